export const panelTexts = {
  again: { en: 'Send again', zh: '重新发送' },
  answer: { en: 'Answer', zh: '响应内容' },
  attempts: { en: 'Attempts and answers', zh: '发送记录与响应' },
  copied: { en: 'The secret was copied.', zh: '签名密钥已复制。' },
  copy: { en: 'Copy secret', zh: '复制签名密钥' },
  duration: { en: 'Duration', zh: '耗时' },
  log: { en: 'What was sent', zh: '查看发送日志' },
  message: { en: 'Message as last sent', zh: '最近一次发送的消息' },
  outcome: { en: 'Status or error', zh: '状态码或错误' },
  queued: {
    en: 'It is being sent; the log tells what came of it.',
    zh: '正在发送，结果请见日志。',
  },
  renew: { en: 'Renew secret', zh: '更换签名密钥' },
  renewing: {
    en: 'For one day messages are signed with the new and the former secret. After that receivers which know only the former one refuse them.',
    zh: '一天之内，消息同时使用新旧密钥签名；之后，只知道旧密钥的接收方将拒绝消息。',
  },
  secret: { en: 'Copy the secret now', zh: '请立即复制签名密钥' },
  secretOnce: {
    en: 'It is shown this once and cannot be read again. Receivers check with it that messages come from here.',
    zh: '签名密钥仅显示这一次，之后无法再查看。接收方用它核实消息确由本系统发出。',
  },
  select: { en: 'Copy the selected secret by hand.', zh: '请手动复制已选中的签名密钥。' },
  test: { en: 'Send a test', zh: '发送测试消息' },
  time: { en: 'Time', zh: '时间' },
}
