import type * as ko from '../ko/common.js';

export const common: typeof ko.common = {
  product: 'Baton',
  productLong: 'Money for public technology',
  won: ' won',
  optional: '(optional)',
  close: 'Close',
  cancel: 'Cancel',
  previous: 'Previous month',
  next: 'Next month',
  pickDate: 'Pick from the calendar',
  datePlaceholder: '2023-06-30',
  wonPlaceholder: '5,500,000,000 or 55억',
  wonNotRead: 'Not readable as an amount. Examples: 5,500,000,000 · 55억 · 1억 2천만',
  loading: 'Loading…',
  working: 'Working…',
  tryAgain: 'Try again',
  more: 'More fields',
  skipToContent: 'Skip to content',
};

export const blankForm: typeof ko.blankForm = {
  download: 'Download a blank form',
  ofKind: 'Download a blank form: {{kind}}',
};

export const choices: typeof ko.choices = {
  search: 'Find by name',
  none: 'Nothing by that name.',
  chosen: '{{count}} chosen',
  ofGroup: '{{chosen}}/{{count}}',
  all: 'Choose all',
  clear: 'Choose none',
};

export const table: typeof ko.table = {
  filter: 'Find in this table',
  rows: '{{count}} rows',
  rowsOf: '{{shown}} of {{count}} rows',
  copy: 'Copy',
  copied: 'Copied',
  csv: 'CSV',
  total: 'Total',
  totalOfShown: 'Total (shown)',
  empty: 'Nothing here yet.',
  noMatch: 'Nothing matches.',
  selected: '{{count}} cells',
  sumWon: 'Sum {{sum}} won',
  sum: 'Sum {{sum}}',
  keys: 'Ctrl+C copies the cells for Excel',
};

export const shell: typeof ko.shell = {
  home: 'Funds',
  imports: 'Import registers',
  money: 'Payments and bank',
  records: 'Records',
  formFund: 'Form a fund',
  downloads: 'Downloads',
  mainNavigation: 'Main menu',
  signOut: 'Sign out',
  account: '{{name}}',
  language: '한국어',
  notFoundTitle: 'There is no such page',
  notFound: 'The address has changed or the record does not exist. Look for it from the list of funds.',
  forbiddenTitle: 'You may not see this page',
  forbidden: 'Your role ({{roles}}) does not open this page. It needs the permission {{permission}}. Ask the administrator about your role.',
  crashedTitle: 'The page could not be drawn',
  crashed: 'Reloading usually helps. What you were typing is kept in this window.',
  reload: 'Reload',
  goHome: 'To the funds',
  busy: 'The server is working',
};

export const session: typeof ko.session = {
  title: 'Sign in',
  lead: 'The money that carries public research into companies, to the last won.',
  promise: 'Every figure shows what is behind it, any day can be seen as it was known then, and the report an auditor accepts is one click away.',
  login: 'Login',
  password: 'Password',
  signIn: 'Sign in',
  loginMissing: 'Enter your login.',
  passwordMissing: 'Enter your password.',
  lostTitle: 'Please sign in again',
  lost: 'Your session has ended. Enter your password and go on where you were; nothing you typed is lost.',
  leave: 'Sign out and leave',
};
