export { serverFunctions } from './server-functions.ts'
