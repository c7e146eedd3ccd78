import type { PackDefinition } from '../pack/pack.js';
import { column, say, secret } from '../pack/pack-column.js';

const AT = column('accessedAt', '시각', 'At');
const LOGIN = secret('login', '아이디', 'Login', 'LOGIN');
const NAME = secret('name', '이름', 'Name', 'PERSON');
const ADDRESS = secret('address', '접속 주소', 'Address', 'ADDRESS');
const REASON = secret('reason', '사유', 'Reason', 'PROSE');

/** 12. Who took personal data away, and why. */
export const ACCESS: PackDefinition = {
  code: 'access',
  ordinal: 12,
  title: say('개인정보 내려받기와 사유', 'Personal data taken away, and why'),
  question: say('누가 언제 누구의 개인정보를 왜 내려받거나 가림 없이 보았습니까?', 'Who downloaded or unmasked whose personal data, when and why?'),
  basis: '개인정보의 안전성 확보조치 기준 제8조',
  lists: [
    {
      key: 'reasoned',
      title: say('사유를 남긴 접근', 'Accesses with a reason'),
      columns: [AT, LOGIN, NAME, column('action', '행위', 'Deed'), secret('subject', '대상', 'Of what', 'PROSE'), column('subjectCount', '정보주체(명)', 'Subjects'), REASON, ADDRESS],
      none: say('기간 안에 사유를 남긴 접근이 없습니다.', 'Nothing was downloaded or unmasked in the period.'),
      notes: [say('파일·보고서·감사 자료·접속기록의 내려받기와 계좌번호·가린 정보 보기가 모두 들어 있습니다.', 'All downloads of files, reports, packs and logs, and all unmaskings.')],
    },
    {
      key: 'reports',
      title: say('보고서 내려받기', 'Reports taken away'),
      columns: [AT, LOGIN, NAME, column('number', '보고서', 'Report'), column('format', '형식', 'Format'), REASON, column('fileSha256', '파일 SHA-256', 'SHA-256 of the file')],
      none: say('내려받은 보고서가 없습니다.', 'No report was taken away.'),
      notes: [],
    },
    {
      key: 'packs',
      title: say('감사 자료 내려받기', 'Packs taken away'),
      columns: [AT, LOGIN, NAME, column('number', '감사 자료', 'Pack'), column('format', '형식', 'Format'), column('hidden', '가리기', 'Redaction'), column('rowCount', '행', 'Rows'), REASON, column('fileSha256', '파일 SHA-256', 'SHA-256 of the file')],
      none: say('내려받은 감사 자료가 없습니다.', 'No pack was taken away.'),
      notes: [],
    },
  ],
  gaps: [],
  limits: [],
};
