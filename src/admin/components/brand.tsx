import './brand.css'

const rail = 'M2 12C12 11 15 3 24 3C33 3 36 11 46 12'
const posts = 'M2 12V20M13 9V17M24 3V10M35 9V17M46 12V20'
const arch = 'M0 21C11 20 15 10 24 10C33 10 37 20 48 21V23H34A10 9.5 0 0 0 14 23H0Z'
const water = 'M4 27H12M18 27H30M36 27H44'

/** Above the form to sign in: an arched bridge over water, in the colour of the text, so on light and on dark. */
export const Logo = () => (
  <div className="brand-logo">
    <svg aria-hidden="true" className="brand-bridge" viewBox="0 0 48 29">
      <path d={rail} strokeWidth="2.5" />
      <path d={`${posts}${water}`} strokeWidth="2" />
      <path className="brand-bridge__arch" d={arch} />
    </svg>
    <span>Qiao 桥</span>
  </div>
)

/** In the corner of every page; posts and water would run together at this size. */
export const Icon = () => (
  <svg aria-hidden="true" className="brand-bridge" viewBox="0 -6 48 36">
    <path d={rail} strokeWidth="3" />
    <path className="brand-bridge__arch" d={arch} />
  </svg>
)
