import { createHash } from 'node:crypto';

import { LONG_NAME, portfolio, won } from './sample-data.mjs';

export { LONG_NAME, portfolio };

const sum = (rows, at) => won(rows.reduce((total, row) => total + Number(row[at].replaceAll(',', '').replace('△', '-')), 0));

function overview() {
  return [
    { kind: 'toc' },
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: '1. 요약', id: 'summary' },
    {
      kind: 'verdict',
      tone: 'good',
      title: '주목적 투자의무 충족 (약정총액 기준 41.25%)',
      text: '규약 제12조 제1항에 따라 약정총액의 40% 이상을 공공기술 사업화 기업에 투자하여야 하며, 기준일 현재 33,000,000,000원(41.25%)을 투자하였다. 필요액 32,000,000,000원을 1,000,000,000원 초과한다.',
    },
    {
      kind: 'tiles',
      tiles: [
        { label: '약정총액', value: '80,000,000,000', unit: '원', note: '납입 60.00%' },
        { label: '주목적 투자액', value: '33,000,000,000', unit: '원', note: '필요 32,000,000,000원', tone: 'good' },
        { label: '납입액 기준 비율', value: '38.75', unit: '%', note: '필요 40.00% → 1.25%p 부족', tone: 'bad' },
        { label: '판정 보류', value: '3', unit: '건', note: '증빙 보완 중', tone: 'open' },
      ],
    },
    {
      kind: 'paragraph',
      text: '이 보고서는 ㈜가온벤처스(GP)가 운용하는 「공공기술사업화 제1호 투자조합」의 2026년 2분기 준수 현황을 정리한 것이다. 금액은 따로 적지 않으면 원 단위이며, 음수는 △로 적는다(예: △1,250,000원). 비율은 소수 둘째 자리까지 절사하였다. 재무 정보에 “R&D <기초·응용>” 및 A&S 바우처 관련 항목이 포함되어 있다.',
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        '약정총액 기준 비율은 필요 비율을 넘었으나, 납입액 기준 비율은 ③ 차 출자 납입이 늦어져 필요 비율에 미치지 못한다.',
        '판정 보류 3건(합계 ₩2,400,000,000)이 모두 인정되면 납입액 기준 비율은 41.75%가 된다.',
        '연구시설 면적 1,284㎡ 이전에 따른 자산 재평가 → 다음 분기에 반영한다.',
      ],
    },
    { kind: 'paragraph', tone: 'alert', text: '※ 납입액 기준 비율이 필요 비율보다 낮으므로 2026. 9. 30.까지 조치계획을 제출하여야 한다.' },
    { kind: 'heading', level: 3, text: '1.1 기준별 비율' },
    {
      kind: 'gauge',
      maximum: 60,
      caption: '[그림 1] 주목적 투자비율과 필요 비율',
      measures: [
        { label: '약정총액 기준', value: 41.25, valueText: '41.25%', required: 40, requiredText: '40.00%', tone: 'good', status: '충족' },
        {
          label: '납입액 기준',
          value: 38.75,
          valueText: '38.75%',
          required: 40,
          requiredText: '40.00%',
          tone: 'bad',
          status: '미충족 (△1.25%p)',
        },
        {
          label: '투자총액 기준',
          value: 55.93,
          valueText: '55.93%',
          required: 50,
          requiredText: '50.00%',
          tone: 'open',
          status: '진행 중 (보류 3건)',
        },
      ],
    },
  ];
}

function progress() {
  return [
    { kind: 'heading', level: 3, text: '1.2 경과' },
    {
      kind: 'lines',
      caption: '[그림 2] 주목적 투자비율의 경과: 계획과 실적',
      unit: '%',
      decimals: 2,
      labels: ['’24 1Q', '’24 2Q', '’24 3Q', '’24 4Q', '’25 1Q', '’25 2Q', '’25 3Q', '’25 4Q', '’26 1Q', '’26 2Q', '’26 3Q', '’26 4Q'],
      series: [
        { name: '계획', dashed: true, values: [2, 5, 9, 13, 18, 23, 28, 32, 36, 40, 42, 44] },
        { name: '실적', values: [0, 3.1, 6.25, 12.5, 17.75, 24.2, 27.5, 33.1, 37.75, 41.25, null, null] },
        { name: '필요', dashed: true, values: [10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40] },
      ],
    },
    {
      kind: 'bars',
      caption: '[그림 3] 분기별 회수와 손상차손',
      unit: '백만원',
      labels: ['3분기', '4분기', '1분기', '2분기'],
      series: [
        { name: '회수', values: [1200, 3450, 800, 2310] },
        { name: '손상차손', values: [-150, -1020, 0, -480] },
        { name: '계획', dashed: true, values: [1500, 3000, 1000, 2500] },
      ],
    },
  ];
}

function fund() {
  return [
    { kind: 'heading', level: 2, text: '2. 조합 개요', id: 'fund' },
    {
      kind: 'facts',
      caption: '[표 1] 조합의 기본 사항',
      rows: [
        ['조합명', '공공기술사업화 제1호 투자조합'],
        ['업무집행조합원', '㈜가온벤처스 (金佳溫, 사업자등록번호 214-88-01234)'],
        ['약정총액', '금80,000,000,000원(금팔백억원)'],
        ['존속기간', '2024. 1. 15. ~ 2034. 1. 14. (투자기간 5년)'],
        ['규약', '제3판, 2025. 11. 20. 조합원 총회 의결 (제12조·제13조 개정)'],
        ['특수관계', LONG_NAME],
      ],
    },
    {
      kind: 'table',
      caption: '[표 2] 출자자별 약정과 납입',
      unit: '원',
      columns: [
        { header: '출자자', rowHeader: true },
        { header: '약정액', align: 'right', group: '약정' },
        { header: '비율', align: 'right', group: '약정' },
        { header: '납입액', align: 'right', group: '납입' },
        { header: '미납액', align: 'right', group: '납입' },
        { header: '상태', align: 'center' },
      ],
      rows: [
        { group: '① 정책 출자' },
        ['과학기술정보통신부', '40,000,000,000', '50.00%', '24,000,000,000', '0', { text: '완납', tone: 'good' }],
        ['기술보증기금', '10,000,000,000', '12.50%', '6,000,000,000', '0', { text: '완납', tone: 'good' }],
        { subtotal: ['소계', '50,000,000,000', '62.50%', '30,000,000,000', '0', ''] },
        { group: '② 민간 출자' },
        ['㈜한빛은행', '20,000,000,000', '25.00%', '12,000,000,000', '0', { text: '완납', tone: 'good' }],
        ['㈜가온벤처스', '10,000,000,000', '12.50%', '5,000,000,000', '△1,000,000,000', { text: '일부 미납', tone: 'bad' }],
        { subtotal: ['소계', '30,000,000,000', '37.50%', '17,000,000,000', '△1,000,000,000', ''] },
      ],
      footer: ['합계', '80,000,000,000', '100.00%', '47,000,000,000', '△1,000,000,000', ''],
      notes: ['※ 미납액은 납입기일 2026. 5. 29. 기준이며, 지연이자(연 12%)는 따로 계산한다.', '※ 단수처리로 합계가 일치하지 않을 수 있음.'],
    },
  ];
}

function investments(rows) {
  return [
    { kind: 'heading', level: 2, text: '3. 투자 목록', id: 'portfolio' },
    { kind: 'paragraph', text: '인정 경로와 판정은 기준일 현재의 것이며, 판정자는 [표 4]에 적었다.' },
    {
      kind: 'table',
      caption: `[표 3] 투자 목록 (${rows.length}건)`,
      unit: '원',
      dense: rows.length > 400,
      summary: '투자 건별 금액, 평가증감, 인정 경로와 판정',
      columns: [
        { header: '번호', align: 'right' },
        { header: '기업명', rowHeader: true },
        { header: '사업자등록번호', align: 'center' },
        { header: '투자일', align: 'center' },
        { header: '투자금액', align: 'right' },
        { header: '평가증감', align: 'right' },
        { header: '인정 경로' },
        { header: '판정' },
      ],
      rows,
      footer: ['', '합계', '', '', sum(rows, 4), sum(rows, 5), '', ''],
    },
  ];
}

function rest() {
  return [
    { kind: 'heading', level: 2, text: '4. 제한사항 점검', id: 'restrictions' },
    {
      kind: 'table',
      caption: '[표 4] 제한사항 위반',
      columns: [{ header: '조항' }, { header: '내용' }, { header: '금액', align: 'right' }],
      rows: [],
    },
    { kind: 'heading', level: 3, text: '4.1 이해관계인 거래' },
    { kind: 'verdict', tone: 'open', title: '확인 중', text: '이해관계인 여부를 확인하고 있다. 확인이 끝나면 정정본을 낸다.' },
    { kind: 'heading', level: 4, text: '가. 확인 방법' },
    { kind: 'list', items: ['법인등기부등본과 주주명부의 대조', '임원 겸직 조회(기준일 2026. 6. 30.)'] },
    { kind: 'heading', level: 2, text: '5. 승인', id: 'approval' },
    {
      kind: 'approvalBox',
      cells: [
        { role: '담당', name: '김하나', mark: '서명', date: '2026. 7. 2.' },
        { role: '준법감시인', name: '이두리', mark: '대결', date: '2026. 7. 3.' },
      ],
    },
    { kind: 'heading', level: 2, text: '부록. 첨부 자료', id: 'annex' },
    { kind: 'attachments' },
    { kind: 'paragraph', tone: 'muted', text: '같은 자료로 다시 만들면 바이트까지 같은 파일이 된다.  끝.' },
  ];
}

/** A full compliance report: `rows` investments, optionally marked as a copy. */
export function sampleDocument({ rows = 200, watermark } = {}) {
  const list = portfolio(rows);
  const json = Buffer.from(JSON.stringify({ schema: 'urn:baton:sample', rows: list.map((row) => row.map((cell) => cell.text ?? cell)) }));
  const csv = Buffer.from(
    `\ufeff${list.map((row) => row.map((cell) => `"${(cell.text ?? cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`,
  );
  return {
    meta: {
      title: '펀드 준수보고서 「공공기술사업화 제1호 투자조합」',
      subtitle: '2026년 2분기 (2026. 4. 1. ~ 2026. 6. 30.)',
      author: '기금운용본부 & 준법지원실 <감사>',
      subject: '주목적 투자의무 "제12조" 준수 현황 & 조치계획',
      keywords: ['준수보고서', '주목적 투자의무', 'R&D'],
      number: '기금운용-2026-0147',
      securityMark: '대외비',
      language: 'ko-KR',
      createdAt: new Date('2026-07-02T06:30:00Z'),
      dataSha256: createHash('sha256').update(json).digest('hex'),
      footerNote: '연구성과사업화 기금운용본부',
    },
    cover: {
      issuer: '연구성과사업화 기금운용본부',
      series: '펀드 준수보고서 · 분기',
      asOf: '2026. 6. 30.',
      knownAt: '2026. 7. 1. 18:00',
      facts: [['적용 규칙', '규약 제3판, 「벤처투자 촉진에 관한 법률」 제51조, 정책 매개변수 2026-2']],
      approval: [
        { role: '담당', name: '김하나', mark: '서명', date: '2026. 7. 2.' },
        { role: '검토', name: '박세찬', mark: '서명', date: '2026. 7. 2.' },
        { role: '준법감시인', name: '이두리', mark: '대결', date: '2026. 7. 3.' },
        { role: '본부장', mark: '전결' },
      ],
      verdict: {
        tone: 'bad',
        title: '일부 미충족: 납입액 기준 38.75% (필요 40.00%)',
        text: '약정총액 기준은 충족하였으나 납입액 기준이 필요 비율에 1.25%p 모자란다. 규약 제12조 제3항에 따라 조치계획을 제출하여야 한다.',
      },
      notices: ['이 문서는 PDF/A-3a와 PDF/UA-1을 따르며, 표의 원자료를 첨부로 담고 있다.'],
    },
    blocks: [...overview(), ...progress(), ...fund(), ...investments(list), ...rest()],
    options: {
      attachments: [
        { name: 'portfolio.json', mediaType: 'application/json', description: '투자 목록(정규 JSON)', bytes: json, relationship: 'Data' },
        { name: 'portfolio.csv', mediaType: 'text/csv', description: '투자 목록(CSV, UTF-8)', bytes: csv, relationship: 'Data' },
      ],
      ...(watermark === undefined ? {} : { watermark }),
    },
  };
}
