import { readFile } from 'node:fs/promises'

/** Processor time that a process and its children have used; not a number where the system does not tell (Linux does). */
export const cpuSecondsOf = async (pid: number | undefined): Promise<number> => {
  const folder = `/proc/${pid ?? 0}`
  try {
    const stat = await readFile(`${folder}/stat`, 'utf8')
    // After the name of the program, which stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const own = (Number(fields[11]) + Number(fields[12])) / ticksASecond
    const children = await readFile(`${folder}/task/${pid ?? 0}/children`, 'utf8')
    const others = await Promise.all(
      children.split(' ').filter(Boolean).map(Number).map(cpuSecondsOf),
    )
    return others.reduce((sum, seconds) => sum + seconds, own)
  } catch {
    return NaN
  }
}

const ticksASecond = 100
