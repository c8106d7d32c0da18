import sharp from 'sharp'
import { scenes } from './scenes.ts'

export type Scene = keyof typeof scenes

/** Paints one of the scenes as a JPEG of 1600 by 1000 pixels. */
export const drawPicture = (scene: Scene): Promise<Buffer> =>
  sharp(Buffer.from(svg(scenes[scene])))
    .jpeg({ mozjpeg: false, quality: 82 })
    .toBuffer()

const svg = (drawing: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000" viewBox="0 0 1600 1000">${drawing}</svg>`
