/** Marks a database as made by this code. MongoDB needs no schema; indexes are made at each start. */
export const up = async (): Promise<void> => {}

/** Nothing to take back. */
export const down = async (): Promise<void> => {}
