export { PlainCell } from './plain-cell.tsx'
