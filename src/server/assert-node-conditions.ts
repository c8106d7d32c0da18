/**
 * Without one of these conditions Node resolves lexical's entry for Node, whose top-level await inside import
 * cycles ends the process at random, without a word, with exit code 13.
 * @throws when Node was started without them
 */
export const assertNodeConditions = (
  // eslint-disable-next-line no-restricted-properties -- speaks to Node, is no setting of this program
  given: readonly string[] = [...process.execArgv, process.env.NODE_OPTIONS ?? ''],
): void => {
  if (!/(--conditions|-C)[ =]?(production|development)\b/.test(given.join(' '))) {
    throw new Error(
      'Node was started without --conditions=production, which the editor needs to load reliably: use "npm start", or add that flag.',
    )
  }
}
