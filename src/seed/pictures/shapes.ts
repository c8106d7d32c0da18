/** Pieces of the drawings, on a canvas of 1600 by 1000. */
export function sky(from: string, to: string): string {
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="1600" height="1000" fill="url(#sky)"/>`
}

export function sun(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="150" fill="#f6d58c" opacity=".5"/><circle cx="${x}" cy="${y}" r="95" fill="#f2b45a"/>`
}

/** Ridges one before the other, the nearest last. */
export function hills(colors: string[]): string {
  return colors
    .map((color, index) => {
      const y = 470 + index * 120
      const rise = 130 - index * 18
      const from = index % 2 === 0 ? -rise : rise
      return `<path d="M0 ${y} C300 ${y + from} 520 ${y - from} 800 ${y} S1320 ${y + from} 1600 ${y - from / 2} V1000 H0 Z" fill="${color}"/>`
    })
    .join('')
}

export function water(y: number): string {
  const waves = [60, 130, 210].map(
    (offset, index) =>
      `<path d="M${180 + index * 140} ${y + offset} q90 -22 180 0 t180 0 t180 0 t180 0" fill="none" stroke="#e8f2f2" stroke-width="7" stroke-linecap="round" opacity=".7"/>`,
  )
  return `<rect y="${y}" width="1600" height="${1000 - y}" fill="#7fb0b8"/>${waves.join('')}`
}

export function ground({ color, y }: { color: string; y: number }): string {
  return `<rect y="${y}" width="1600" height="${1000 - y}" fill="${color}"/>`
}

export function skyline(color: string, base = 720): string {
  const heights = [180, 260, 140, 320, 220, 380, 160, 290, 210, 250]
  return heights
    .map((height, index) => {
      const scale = base === 720 ? 1 : 0.7
      const tall = height * scale
      return `<rect x="${220 + index * 120}" y="${base - tall}" width="86" height="${tall}" fill="${color}"/>`
    })
    .join('')
}

export function bicycle({ color, x, y }: { color: string; x: number; y: number }): string {
  const frame = `M80 80 L150 80 L200 -10 L110 -10 L150 80 M110 -10 L80 80 M100 -40 L110 -10 M80 -40 H122 M240 80 L195 -45 H230`
  return `<g transform="translate(${x} ${y})" fill="none" stroke="${color}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"><circle cx="80" cy="80" r="68"/><circle cx="240" cy="80" r="68"/><path d="${frame}"/></g>`
}

export function person({ color, x, y }: { color: string; x: number; y: number }): string {
  return `<g transform="translate(${x} ${y})"><circle r="44" fill="#e8c7a5"/><path d="M-80 150 q0 -100 80 -100 t80 100 Z" fill="${color}"/></g>`
}

export function desk(x: number): string {
  return `<g transform="translate(${x} 700)"><rect width="210" height="24" rx="6" fill="#b88a56"/><rect x="20" y="24" width="14" height="130" fill="#96703f"/><rect x="176" y="24" width="14" height="130" fill="#96703f"/><rect x="60" y="-16" width="90" height="16" rx="3" fill="#f6f2e4"/></g>`
}

export function wheat(x: number): string {
  const grains = [0, 34, 68, 102].map(
    (y) =>
      `<ellipse cx="-13" cy="${y}" rx="11" ry="22" transform="rotate(-28 -13 ${y})"/><ellipse cx="13" cy="${y}" rx="11" ry="22" transform="rotate(28 13 ${y})"/>`,
  )
  return `<g transform="translate(${x} ${590 + (x % 3) * 26})" fill="#d9a441"><rect x="-3" y="0" width="6" height="280" fill="#b5893a"/>${grains.join('')}</g>`
}

export function cloud(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})" fill="#f4f6f6"><ellipse rx="190" ry="62"/><circle cx="-70" cy="-48" r="70"/><circle cx="50" cy="-62" r="88"/></g>`
}

/** Lines of writing, none of it legible: `[x, y, width]`. */
export function bars(lines: [x: number, y: number, width: number][]): string {
  return lines
    .map(
      ([x, y, width]) =>
        `<rect x="${x}" y="${y}" width="${width}" height="20" rx="10" fill="#d8cfb8"/>`,
    )
    .join('')
}

export function seal(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})"><circle r="74" fill="#b8402f"/><circle r="56" fill="none" stroke="#f8e6cf" stroke-width="6"/><path d="M0 -34 L10 -11 L34 -11 L15 5 L22 29 L0 15 L-22 29 L-15 5 L-34 -11 L-10 -11 Z" fill="#f8e6cf"/></g>`
}

/** Circles of several colours, each tied to others. */
export function network(): string {
  const nodes = [
    { color: '#1f4e5f', x: 800, y: 480 },
    { color: '#c8553d', x: 420, y: 300 },
    { color: '#e3a857', x: 1180, y: 280 },
    { color: '#5b8c6e', x: 350, y: 690 },
    { color: '#7a5c86', x: 1240, y: 700 },
    { color: '#4f7c86', x: 790, y: 830 },
  ]
  const [centre, ...others] = nodes
  const rim = [others[0], others[1], others[3], others[4], others[2], others[0]]
  const round = rim.map((node) => `${node?.x ?? 0},${node?.y ?? 0}`).join(' ')
  const spokes = others.map(
    ({ x, y }) =>
      `<line x1="${centre?.x ?? 0}" y1="${centre?.y ?? 0}" x2="${x}" y2="${y}" stroke="#9fb4b3" stroke-width="10"/>`,
  )
  const circles = nodes.map(
    ({ color, x, y }, index) =>
      `<circle cx="${x}" cy="${y}" r="${index === 0 ? 92 : 62}" fill="${color}"/>`,
  )
  return `<polyline points="${round}" fill="none" stroke="#c3d0cd" stroke-width="6"/>${spokes.join('')}${circles.join('')}`
}
