import { AUDIT_POLICIES } from '../pack/audit.policy.js';
import type { PackDefinition } from '../pack/pack.js';
import { column, say, secret } from '../pack/pack-column.js';

const REQUEST = column('number', '결재 문서', 'Request');
const TITLE = column('title', '제목', 'Title');
const SIGNER = secret('signer', '결재자', 'Signer', 'PERSON');

/** 6. Approvals by one person, at night, in a row within seconds, and ways around them. */
export const APPROVALS: PackDefinition = {
  code: 'approvals',
  ordinal: 6,
  title: say('결재의 이상 징후', 'Unusual approvals'),
  question: say('한 사람이 혼자 결재했거나, 업무시간 밖이나 몇 초 사이에 연달아 결재한 것이 있습니까?', 'Were things approved by one person alone, outside hours, or seconds apart?'),
  basis: '행정업무의 운영 및 혁신에 관한 규정 제10조, 위임전결 기준',
  lists: [
    {
      key: 'people',
      title: say('결재자별 집계', 'By signer'),
      columns: [SIGNER, column('signatureCount', '결재(건)', 'Signatures'), column('aloneCount', '단독 결재(건)', 'Alone'), column('offHoursCount', '업무시간 밖(건)', 'Outside hours'), column('sharePercent', '전체 중 비율', 'Share')],
      none: say('기간 안의 결재가 없습니다.', 'Nobody signed anything in the period.'),
      notes: [],
    },
    {
      key: 'alone',
      title: say('한 사람이 결재한 문서', 'Approved by one person'),
      columns: [REQUEST, TITLE, column('amountWon', '금액(원)', 'Amount (won)'), secret('maker', '기안자', 'Drafted by', 'PERSON'), SIGNER, column('signedAt', '결재 시각', 'Signed at')],
      none: say('한 사람만 결재한 문서가 없습니다.', 'Nothing was approved by one person alone.'),
      notes: [say('기안자와 결재자는 언제나 다른 사람입니다(데이터베이스가 막음). 결재가 한 사람의 서명으로 끝난 문서입니다.', 'Drafter and signer are always two people (the database sees to it): these ended with one signature.')],
    },
    {
      key: 'off-hours',
      title: say('업무시간 밖의 결재', 'Outside office hours'),
      columns: [column('signedAt', '결재 시각', 'Signed at'), SIGNER, REQUEST, TITLE, column('amountWon', '금액(원)', 'Amount (won)'), column('method', '본인확인', 'Proof')],
      none: say('업무시간 밖의 결재가 없습니다.', 'Nobody signed outside office hours.'),
      notes: [say('토·일요일과 공휴일은 하루 종일 업무시간 밖입니다.', 'Weekends and public holidays are outside hours all day.')],
    },
    {
      key: 'fast',
      title: say('몇 초 사이에 이어진 결재', 'Signed within seconds of the one before'),
      columns: [column('signedAt', '결재 시각', 'Signed at'), SIGNER, REQUEST, TITLE, column('secondsAfter', '앞 결재와의 간격(초)', 'Seconds after the one before'), column('previousNumber', '앞 결재 문서', 'Request before')],
      none: say('연달아 결재한 것이 없습니다.', 'Nothing was signed within seconds.'),
      notes: [],
    },
    {
      key: 'break-glass',
      title: say('긴급 통로 사용', 'Uses of break-glass'),
      columns: [column('openedAt', '연 시각', 'Opened at'), secret('user', '사용자', 'Opened for', 'PERSON'), secret('reason', '사유', 'Reason', 'PROSE'), column('commands', '허용된 작업', 'Commands'), column('usedAt', '사용 시각', 'Used at'), column('used', '한 일', 'What was done')],
      none: say('긴급 통로를 연 일이 없습니다.', 'Break-glass was never opened.'),
      notes: [],
    },
  ],
  gaps: [],
  limits: [AUDIT_POLICIES.officeFrom, AUDIT_POLICIES.officeTo, AUDIT_POLICIES.batchMilliseconds],
};
