export { demoEmails } from './content/users.ts'
export { seedDemo } from './seed-demo.ts'
