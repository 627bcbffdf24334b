/** The addresses of the API. Each wants `Authorization: Bearer <Teams SSO token>`; a refusal is an ApiError. */
const of = (base: string, ...ids: string[]) => [base, ...ids.map(encodeURIComponent)].join('/');

export const paths = {
  /** GET → Me */
  me: '/api/me',
  /** GET → CaseList */
  cases: '/api/cases',
  /** GET → CaseView */
  case: (id: string) => of('/api/cases', id),
} as const;
