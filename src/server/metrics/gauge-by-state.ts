import { Gauge, type Registry } from 'prom-client'

/** A gauge of how many there are in each state, without any while that is not known. */
export const gaugeByState = ({
  counts,
  help,
  name,
  registry,
}: {
  /** By state, at each scrape. */
  counts: () => Promise<Readonly<Record<string, number>> | undefined>
  help: string
  name: string
  registry: Registry
}): void => {
  new Gauge({
    async collect() {
      const known = await counts()
      this.reset()
      for (const [state, number] of Object.entries(known ?? {})) this.set({ state }, number)
    },
    help,
    labelNames: ['state'],
    name,
    registers: [registry],
  })
}
