import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'

export type SchemaChange = { description: string; type: string }

export type SchemaComparison = {
  /** Breaking, and said to be meant. */
  accepted: SchemaChange[]
  /** Breaking: a query that was right may be wrong now. */
  breaking: SchemaChange[]
  /** A query stays right, but its answer may surprise who asks. */
  dangerous: SchemaChange[]
  /** What is accepted without having changed. */
  stale: string[]
}

/** What became of an announced schema for those who query it. */
export const compareGraphqlSchemas = ({
  accepted,
  announced,
  present,
}: {
  /** Descriptions of the breaking changes that are meant. */
  accepted: readonly string[]
  announced: string
  present: string
}): SchemaComparison => {
  const schemas = [announced, present].map((text) => buildSchema(text)) as [Schema, Schema]
  const changes = findBreakingChanges(...schemas)
  const isMeant = ({ description }: SchemaChange): boolean => accepted.includes(description)
  return {
    accepted: changes.filter(isMeant),
    breaking: changes.filter((change) => !isMeant(change)),
    dangerous: findDangerousChanges(...schemas),
    stale: accepted.filter((each) => !changes.some(({ description }) => description === each)),
  }
}

type Schema = ReturnType<typeof buildSchema>
