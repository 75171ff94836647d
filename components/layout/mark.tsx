export function Mark({ className }: { className?: string }) {
  return (
    <svg className={`size-mark flex-none print:grayscale ${className ?? ""}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="4" fill="var(--color-action)" />
      <path d="M12 7.5h4.2c.5 6.8 3.4 12.6 9.3 16.8M16.1 11.5C15 17.3 12 21.6 6.5 24.6" fill="none" stroke="var(--color-on-action)" strokeWidth="2.6" strokeLinecap="square" />
    </svg>
  );
}
