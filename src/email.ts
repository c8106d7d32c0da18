import type { EmailAdapter } from 'payload'

/**
 * Stands in for a mail server: notes in the log that a message was not sent. The text is left out,
 * for it may hold a link that resets a password.
 */
export const emailToLog: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'noreply@qiao.example',
  defaultFromName: 'Qiao 桥',
  sendEmail: ({ subject }) => {
    payload.logger.warn({ subject }, 'No mail server is set up, so this message was not sent.')
    return Promise.resolve()
  },
})
