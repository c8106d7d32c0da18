import { z } from 'zod'

/** Where webhooks may lead to. */
export type WebhookSettings = {
  /** `any`: into private networks as well; a list: to these hosts of a private network as well. */
  readonly webhookReach: 'any' | 'public' | readonly string[]
}

/** The variables behind these settings. */
export const webhookVariables = {
  QIAO_WEBHOOKS_PRIVATE_NETWORK: z
    .string()
    .transform((text) => text.toLowerCase().split(',').map(trimmed))
    .refine(
      (hosts) => isWord(hosts) || hosts.every(isHost),
      'must be off, on, or names or addresses of hosts, such as hooks.internal, with commas between and no port',
    )
    .default(['off']),
}

/** The settings, of variables that were checked. */
export const webhookSettings = ({
  QIAO_WEBHOOKS_PRIVATE_NETWORK: hosts,
}: {
  [Name in keyof typeof webhookVariables]: z.output<(typeof webhookVariables)[Name]>
}): WebhookSettings => {
  const [first] = hosts
  if (hosts.length > 1) return { webhookReach: hosts }
  return { webhookReach: first === 'on' ? 'any' : first === 'off' || !first ? 'public' : hosts }
}

function trimmed(text: string): string {
  return text.trim().replace(/^\[|\]$/g, '')
}

function isWord([first, ...others]: string[]): boolean {
  return others.length === 0 && (first === 'on' || first === 'off')
}

/** As it stands in the address of a webhook. */
function isHost(text: string): boolean {
  const url = text.includes(':') ? `http://[${text}]` : `http://${text}`
  return URL.canParse(url) && !['on', 'off'].includes(text) && !/[/@?#\s]/.test(text)
}
