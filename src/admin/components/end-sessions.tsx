'use client'

import { getTranslation } from '@payloadcms/translations'
import { useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import './api-key-panel.css'
import { ConfirmedAction } from './confirmed-action.tsx'

const texts = {
  done: { en: 'Signed out everywhere.', zh: '已退出所有设备。' },
  explanation: {
    en: 'When a device was lost, or somebody has left.',
    zh: '设备丢失或人员离职时使用。',
  },
  signOut: { en: 'Sign out everywhere', zh: '退出所有设备' },
  warning: {
    en: 'This person is signed out on every device at once. What has not been saved there is lost.',
    zh: '该用户将立即在所有设备上退出登录，尚未保存的内容会丢失。',
  },
}

/** Ends every session of the person on the screen. */
export const EndSessions = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { user } = useAuth()
  const { i18n } = useTranslation()
  if (!id) return null
  // One's own session is gone as well: the next page is the one to sign in on.
  const leave = () => {
    if (user?.id === id) location.assign(`${config.routes.admin}/login`)
  }
  return (
    <div className="end-sessions">
      <p className="end-sessions__explanation">{getTranslation(texts.explanation, i18n)}</p>
      <ConfirmedAction
        body={texts.warning}
        done={texts.done}
        label={texts.signOut}
        onDone={leave}
        slug="end-sessions"
        url={`${config.routes.api}/users/${id}/revoke-sessions`}
      />
    </div>
  )
}
