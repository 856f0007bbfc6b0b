import styles from './brand-mark.module.css';

/** Colodesk's mark: a C made of three rack units, with a light in its opening. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className={styles.ground} width="32" height="32" rx="8" />
      <rect className={styles.unit} x="7" y="7" width="18" height="4.6" rx="1.6" />
      <rect className={styles.unit} x="7" y="13.7" width="7.5" height="4.6" rx="1.6" />
      <rect className={styles.unit} x="7" y="20.4" width="18" height="4.6" rx="1.6" />
      <circle className={styles.light} cx="22.2" cy="16" r="2.3" />
    </svg>
  );
}
