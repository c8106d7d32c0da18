/** What all of a run is drawn from: `QIAO_LEAK_SEED`, to repeat a run, or the clock. */
export const leakSeed = (): number => Number(process.env.QIAO_LEAK_SEED ?? Date.now() % 2 ** 31)

/** How many questions are asked: `QIAO_LEAK_QUESTIONS` in place of the usual number. */
export const leakQuestions = (usual: number): number =>
  Number(process.env.QIAO_LEAK_QUESTIONS ?? usual)
