import { buildAdmin } from './build-admin.ts'

await buildAdmin()
