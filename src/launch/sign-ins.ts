/** Sign-ins that were just made. The password is kept nowhere but as a hash. */
export type SignIns = {
  emails: string[]
  password: string
}
