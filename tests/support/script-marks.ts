/** What only react-hook-form, and what only zod, has in its code whatever the bundler calls things. */
export const SCRIPT_MARKS = { 'react-hook-form': 'reValidateMode', zod: '~standard' } as const
