/** The addresses of the API. Each wants `Authorization: Bearer <Teams SSO token>`; a refusal is an ApiError. */
const of = (base: string, ...ids: string[]) => [base, ...ids.map(encodeURIComponent)].join('/');

export const paths = {
  /** GET → Me */
  me: '/api/me',
  /** GET → CaseList */
  cases: '/api/cases',
  /** GET → the same as a file, with the filters of the list */
  casesFile: '/api/cases.xlsx',
  /** GET → ClosedList; `?jaar=2026&vanaf=50` */
  closed: '/api/closed',
  /** GET → TaskList */
  tasks: '/api/tasks',
  /** GET → ReportForm; POST ReportBody → ReportAnswer */
  report: '/api/report',
  /** GET → PupilsFound; `?q=` */
  pupils: '/api/pupils',
  /** GET → CaseView */
  case: (id: string) => of('/api/cases', id),
  /** GET → StepForm, `?stap=`; POST StepSent → StepDone */
  steps: (id: string) => `${of('/api/cases', id)}/steps`,
  /** POST ActSent → ActDone */
  acts: (id: string) => `${of('/api/cases', id)}/acts`,
  /** GET → Colleagues, `?voor=` an act */
  colleagues: (id: string) => `${of('/api/cases', id)}/colleagues`,
  /** GET → VersionPreview */
  version: (id: string) => `${of('/api/cases', id)}/version`,
  /** GET → CaseLinks */
  links: (id: string) => `${of('/api/cases', id)}/links`,
  /** GET → SchoolView; POST ChangeBody with If-Match of the part → Changed */
  school: '/api/school',
  /** GET → PupilPage; `?q=&groep=&blad=` */
  schoolPupils: '/api/school/pupils',
  /** GET → ChargeView */
  charge: (person: string) => `${of('/api/school/persons', person)}/charge`,
  /** POST PreviewBody → ImportPreview */
  importPreview: '/api/school/import/preview',
  /** POST ImportBody with If-Match of the preview → Imported */
  import: '/api/school/import',
  /** GET → LogPage; `?soort=&wie=&zaak=&van=&tot=&blad=` */
  log: '/api/log',
  /** GET → Health: what did not arrive, and what the watchdog found */
  health: '/api/health',
  /** POST AgainBody → Again */
  again: '/api/health/again',
  /** GET → ProtocolView */
  protocol: '/api/protocol',
  /** GET → ProtocolVersions */
  protocolVersions: '/api/protocol/versions',
  /** GET → ProtocolDifference; `?van=2&naar=3` */
  protocolDifference: '/api/protocol/difference',
  /** GET → YearView; `?jaar=2026` */
  year: '/api/year',
  /** GET → YearFigures; `?jaar=2026` */
  figures: '/api/year/figures',
  /** GET → YearTurn; POST TurnBody → Turned */
  turn: '/api/year/turn',
  /** GET → ApartList */
  apart: '/api/year/apart',
} as const;
