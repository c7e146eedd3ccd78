export const common = {
  product: 'Baton',
  productLong: '공공기술사업화 재원관리',
  won: '원',
  optional: '(선택)',
  close: '닫기',
  cancel: '취소',
  previous: '이전 달',
  next: '다음 달',
  pickDate: '달력에서 고르기',
  datePlaceholder: '2023-06-30',
  wonPlaceholder: '55억 또는 5,500,000,000',
  wonNotRead: '금액으로 읽을 수 없습니다. 예: 5,500,000,000 · 55억 · 1억 2천만',
  loading: '불러오는 중입니다…',
  working: '처리하는 중입니다…',
  tryAgain: '다시 시도',
  more: '더 입력하기',
  skipToContent: '본문으로 바로가기',
};

export const blankForm = {
  download: '빈 서식 내려받기',
  ofKind: '빈 서식 내려받기: {{kind}}',
};

export const choices = {
  search: '이름으로 찾기',
  none: '찾는 항목이 없습니다.',
  chosen: '{{count}}개 선택',
  ofGroup: '{{chosen}}/{{count}}',
  all: '모두 선택',
  clear: '모두 해제',
};

export const table = {
  filter: '표 안에서 찾기',
  rows: '{{count}}건',
  rowsOf: '{{count}}건 중 {{shown}}건',
  copy: '복사',
  copied: '복사했습니다',
  csv: 'CSV',
  total: '합계',
  totalOfShown: '합계(보이는 행)',
  empty: '자료가 없습니다.',
  noMatch: '찾는 내용이 없습니다.',
  selected: '{{count}}칸 선택',
  sumWon: '합계 {{sum}}원',
  sum: '합계 {{sum}}',
  keys: 'Ctrl+C로 복사해 엑셀에 붙여넣을 수 있습니다',
};

export const shell = {
  home: '펀드 현황',
  imports: '대장 가져오기',
  money: '지급·은행',
  records: '기록·통제',
  formFund: '조합 결성',
  downloads: '내려받기 기록',
  mainNavigation: '주 메뉴',
  signOut: '로그아웃',
  account: '{{name}} 님',
  language: 'English',
  notFoundTitle: '화면을 찾을 수 없습니다',
  notFound: '주소가 바뀌었거나 없는 자료입니다. 펀드 현황에서 다시 찾아 주세요.',
  forbiddenTitle: '이 화면을 볼 권한이 없습니다',
  forbidden: '지금 역할({{roles}})로는 이 화면을 열 수 없습니다. 필요한 권한: {{permission}}. 시스템 관리자에게 역할을 확인해 주세요.',
  crashedTitle: '화면을 그리지 못했습니다',
  crashed: '새로 고치면 대개 해결됩니다. 입력하던 내용은 이 창에 남아 있습니다.',
  reload: '새로 고침',
  goHome: '펀드 현황으로',
  busy: '서버에서 계산하는 중입니다',
};

export const session = {
  title: '로그인',
  lead: '공공 연구성과를 기업으로 잇는 재원을, 원 단위까지 관리합니다.',
  promise: '숫자마다 근거가 있고, 그날 알려진 대로 되돌아볼 수 있으며, 감사에서 그대로 쓰는 보고서를 한 번에 만듭니다.',
  login: '아이디',
  password: '비밀번호',
  signIn: '로그인',
  loginMissing: '아이디를 입력해 주세요.',
  passwordMissing: '비밀번호를 입력해 주세요.',
  lostTitle: '다시 로그인해 주세요',
  lost: '로그인 시간이 끝났습니다. 비밀번호를 입력하면 하던 일을 그대로 이어서 합니다. 입력한 내용은 지워지지 않았습니다.',
  leave: '로그아웃하고 나가기',
};
