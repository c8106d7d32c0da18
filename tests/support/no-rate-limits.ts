/** Settings for what asks as fast as it can. */
export const noRateLimits = {
  QIAO_RATE_LIMIT: '0',
  QIAO_RATE_LIMIT_KEY: '0',
  QIAO_RATE_LIMIT_SIGN_IN: '0',
}
