import type { Config } from 'payload'

/** Largest file, in bytes. */
export const largestFile = 20 * 1024 * 1024

/** An upload above the cap ends with 413 while it arrives; nobody knows its sender's language yet, so both are used. */
export const uploadLimits = {
  abortOnLimit: true,
  limits: { fileSize: largestFile },
  responseOnLimit:
    'The file is larger than 20 MB. Make it smaller and try again. 文件超过 20 MB，请压缩后重试。',
} satisfies Config['upload']
