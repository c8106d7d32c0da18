import { z } from 'zod'

/** Who may ask from a page in a browser, and how often anyone may ask. */
export type WebSettings = {
  /** Origins whose pages may read the answers: all, without cookies, or these, with them. */
  readonly cors: '*' | readonly string[]
  /** Requests a minute; 0 sets no limit. */
  readonly rateLimits: {
    /** Of one address without a key or a sign-in. */
    readonly client: number
    /** Of one API key, and of one person who is signed in. */
    readonly key: number
    /** Attempts to sign in or to reset a password, from one address and for one account. */
    readonly signIn: number
  }
  /** How many proxies stand in front, each of which names the one before it in `X-Forwarded-For`. */
  readonly trustProxy: number
}

const wholeNumber = (highest: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `must be a whole number from 0 to ${highest}`)
    .transform(Number)
    .refine((number) => number <= highest, `must be a whole number from 0 to ${highest}`)

/** The variables behind these settings. */
export const webVariables = {
  QIAO_CORS: z
    .string()
    .transform((text) => (text.trim() === '*' ? ('*' as const) : text.split(',').map(trimmed)))
    .refine(
      (origins) => origins === '*' || origins.every(isOrigin),
      'must be * or origins such as https://www.example.org, with commas between and nothing after the host or port',
    )
    .default('*'),
  QIAO_RATE_LIMIT: wholeNumber(1_000_000).default(600),
  QIAO_RATE_LIMIT_KEY: wholeNumber(1_000_000).default(3000),
  QIAO_RATE_LIMIT_SIGN_IN: wholeNumber(1_000_000).default(20),
  QIAO_TRUST_PROXY: wholeNumber(10).default(0),
}

/** The settings, of variables that were checked. */
export const webSettings = (checked: {
  [Name in keyof typeof webVariables]: z.output<(typeof webVariables)[Name]>
}): WebSettings => ({
  cors: checked.QIAO_CORS,
  rateLimits: {
    client: checked.QIAO_RATE_LIMIT,
    key: checked.QIAO_RATE_LIMIT_KEY,
    signIn: checked.QIAO_RATE_LIMIT_SIGN_IN,
  },
  trustProxy: checked.QIAO_TRUST_PROXY,
})

function trimmed(text: string): string {
  return text.trim()
}

/** As browsers send it: scheme, host and port, and no more. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
