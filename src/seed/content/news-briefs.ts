import type { Entry } from '../seed-entry.ts'
import { news20172018 } from './news-2017-2018.ts'
import { news20192020 } from './news-2019-2020.ts'
import { news20212022 } from './news-2021-2022.ts'

export const newsBriefs: readonly Entry[] = [...news20172018, ...news20192020, ...news20212022]
