/** Colodesk's mark: a C made of three rack units, one of them lit. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#2f5fdf" />
      <rect x="7" y="7" width="18" height="4.6" rx="1.6" fill="#fff" />
      <rect x="7" y="13.7" width="7.5" height="4.6" rx="1.6" fill="#fff" />
      <rect x="7" y="20.4" width="18" height="4.6" rx="1.6" fill="#fff" />
      <circle cx="22.2" cy="16" r="2.3" fill="#7fe3b0" />
    </svg>
  );
}
