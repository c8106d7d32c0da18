/** Lets GraphQL answer questions that are larger than readers may ask. Before the app is started. */
export const liftGraphqlLimits = (): void => {
  Object.assign(process.env, { QIAO_GRAPHQL_COST: '100000000', QIAO_GRAPHQL_TIMEOUT: '60' })
}
