'use client'

import { getTranslation } from '@payloadcms/translations'
import {
  Banner,
  useConfig,
  useDocumentEvents,
  useDocumentInfo,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import './api-key-panel.css'
import { ConfirmedAction } from './confirmed-action.tsx'
import { NewKey } from './new-key.tsx'

const texts = {
  isRevoked: {
    en: 'This key was revoked. Whoever sends it is refused.',
    zh: '该密钥已吊销，使用该密钥的请求将被拒绝。',
  },
  revoke: { en: 'Revoke key', zh: '吊销密钥' },
  revoked: { en: 'The key was revoked.', zh: '密钥已吊销。' },
  warning: {
    en: 'Websites and programs that use this key are refused from now on. This cannot be undone.',
    zh: '使用该密钥的网站和程序将立即无法访问，且无法恢复。',
  },
}

/** Above the form of a key: the key itself when it was made a moment ago, and the way to end it. */
export const ApiKeyPanel = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { mostRecentUpdate } = useDocumentEvents()
  const revokedAt = useFormFields(([fields]) => fields.revokedAt?.value)
  const router = useRouter()
  if (!id) return null
  // The answer to making it passes by here; a reload of the page forgets it.
  const made = mostRecentUpdate?.doc as { id?: string; key?: string } | undefined
  return (
    <div className="api-key-panel">
      {made?.id === id && made.key && <NewKey value={made.key} />}
      {revokedAt ? (
        <Banner type="error">{getTranslation(texts.isRevoked, i18n)}</Banner>
      ) : (
        <div className="api-key-panel__revoke">
          <ConfirmedAction
            body={texts.warning}
            done={texts.revoked}
            label={texts.revoke}
            onDone={() => router.refresh()}
            slug="revoke-key"
            url={`${config.routes.api}/api-keys/${id}/revoke`}
          />
        </div>
      )}
    </div>
  )
}
