import { inUsersLanguage } from '../localization.ts'

type Context = {
  req: { i18n?: { language?: string } }
  siblingData?: Partial<Record<string, unknown>>
}

/** A validation for the end of a period: not before its start, which is the field `start` beside it. */
export const endNotBefore =
  (start: string) =>
  (value: Date | null | string | undefined, { req, siblingData }: Context): string | true => {
    const begins = siblingData?.[start]
    if (!value || typeof begins !== 'string') return true
    if (new Date(value) >= new Date(begins)) return true
    return inUsersLanguage({
      message: {
        en: `The end lies before the start (${begins.slice(0, 10)}). Correct one of the two dates.`,
        zh: `结束日期早于开始日期（${begins.slice(0, 10)}），请修改其中一个日期。`,
      },
      req,
    })
  }

/** The same for two partial dates: the group that ends a period, beside the group `start`. */
export const partialEndNotBefore =
  (start: string) =>
  (
    value: Date | null | string | undefined,
    { data, req }: Context & { data: Partial<Record<string, unknown>> },
  ): string | true => {
    const begins = (data[start] as { date?: string } | undefined)?.date
    return endNotBefore('date')(value, { req, siblingData: { date: begins } })
  }
