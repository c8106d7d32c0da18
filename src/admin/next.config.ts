import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const root = fileURLToPath(new URL('../..', import.meta.url))

const nextConfig: NextConfig = {
  // Types are checked with everything else; the build only builds.
  images: { unoptimized: true },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  turbopack: { root },
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
