import fc from 'fast-check'

type Parameter = { name: string; schema: { enum?: string[]; type?: string } }

/** Values of query parameters, of the document's and of none. */
export const parameterValues = (
  parameters: Parameter[],
  slug: string,
): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .subarray(parameters, { maxLength: Math.min(5, parameters.length) })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          chosen.map((each) => [
            each.name,
            fc.oneof(
              { arbitrary: fitting(each, slug), weight: 5 },
              { arbitrary: anything, weight: 1 },
            ),
          ]),
        ),
      ),
    )

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '-1', '1e309', 'NaN', 'null', '[]', '{}', '1.5'),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
)

const fitting = ({ name, schema }: Parameter, slug: string): fc.Arbitrary<unknown> => {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'integer') return fc.integer({ max: 4, min: 0 }).map(String)
  return named[name]?.(slug) ?? fc.string({ maxLength: 20 })
}

const fields = [
  'title',
  'name',
  'slug',
  'id',
  'year',
  'createdAt',
  'topics',
  'seo.title',
  'x',
  '_status',
]
const field = fc.constantFrom(...fields)
const operator = fc.constantFrom(
  ...['equals', 'not_equals', 'in', 'not_in', 'like', 'contains', 'exists'],
  ...['greater_than', 'less_than_equal', 'near', 'nothing'],
)
const value = fc.constantFrom('2017', 'true', 'a', '中', '', 'null', '2017-05-01', '(a+)+$', 'a,b')

const condition = fc
  .tuple(field, operator, value)
  .map(([path, by, to]) => ({ [path]: { [by]: to } }))

const named: Partial<Record<string, (slug: string) => fc.Arbitrary<unknown>>> = {
  joins: () =>
    fc.constantFrom('false', {}, { briefs: { limit: '2' } }, { stories: { sort: '-createdAt' } }),
  populate: () => fc.constantFrom({ topics: { title: 'true' } }, { media: { alt: 'true' } }),
  select: () => field.map((path) => ({ [path]: 'true' })),
  sort: () => fc.tuple(fc.constantFrom('', '-'), field).map(([minus, path]) => `${minus}${path}`),
  where: () =>
    fc.oneof(
      condition,
      fc.array(condition, { maxLength: 3 }).map((or) => ({ or })),
      condition.map((each) => JSON.stringify(each)),
    ),
}
