import './brand.css'

/** An arched bridge on its water. Drawn in the colour of the text, so that it stands on light and dark. */
const Bridge = () => (
  <svg
    aria-hidden="true"
    className="brand-bridge"
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="2"
    viewBox="0 0 32 24"
  >
    {/* The deck over the arch, three posts between them, and the water below. */}
    <path d="M2 14 Q16 -2 30 14" />
    <path d="M8 18 a8 7 0 0 1 16 0" />
    <path d="M2 14 v4 M30 14 v4 M2 18 h6 M24 18 h6" />
    <path d="M6 22 h8 M18 22 h8" />
  </svg>
)

/** In the corner of every page; the way home. */
export const Icon = () => <Bridge />

/** Above the form to sign in. */
export const Logo = () => (
  <div className="brand-logo">
    <Bridge />
    <span>Qiao 桥</span>
  </div>
)
