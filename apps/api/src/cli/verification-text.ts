import type { Verification } from '#libs/seal';

/** Nobody reads more than this on a screen; `--json` has them all. */
const SHOWN = 20;

/** What a verification found, for people: the outcome first, in Korean and in English. `trusted`: a public key was handed over. */
export function verificationLines(verification: Verification, trusted: boolean): string[] {
  return [...outcome(verification), ...paper(verification), ...figures(verification), ...keys(verification, trusted)];
}

function outcome({ sound, findings, more }: Verification): string[] {
  if (sound) return ['✔ 이상 없음: 봉인된 그대로입니다.', '✔ Sound: everything is as it was sealed.', ''];
  const [first] = findings;
  const rest = findings.slice(1, SHOWN);
  const hidden = findings.length - 1 - rest.length;
  return [
    '✘ 봉인된 내용과 다릅니다. 가장 앞선 것:',
    '✘ Not as it was sealed. The first:',
    `    ${first?.text.ko ?? ''}`,
    `    ${first?.text.en ?? ''}`,
    ...(rest.length === 0 ? [] : ['', '  그 밖에 / further:']),
    ...rest.flatMap(({ text }) => [`    - ${text.ko}`, `      ${text.en}`]),
    ...(hidden > 0 || more ? [`    … ${hidden > 0 ? `+${hidden}` : ''}${more ? ' 더 있음 / and more' : ''}`] : []),
    '',
  ];
}

/** What the file itself says: who signed it, and how much of it was made again. The certificate is compared by people. */
function paper({ signer, comparedTexts, notes = [] }: Verification): string[] {
  return [
    ...(signer === undefined ? [] : [`  전자서명 / signer     ${signer.subject}`, `  인증서 / certificate  ${signer.fingerprint}`]),
    ...(signer === undefined ? [] : [`  시각 확인 / timestamp ${signer.stampedAt === null ? '없음 (PAdES-B-B) / none' : `${signer.stampedAt} ${signer.authority ?? ''} (PAdES-B-T)`}`]),
    ...(comparedTexts === undefined ? [] : [`  대조한 문구 / texts   ${comparedTexts.toLocaleString('en-US')} (첨부 자료와 대조 / compared with the data inside)`]),
    ...notes.flatMap(({ ko, en }) => [`  ※ ${ko}`, `    ${en}`]),
  ];
}

function figures({ head, batches, leaves, rows, anchors, unsealed, excused, dataSha256, signatures }: Verification): string[] {
  const count = (value: number): string => value.toLocaleString('en-US');
  return [
    head === null ? '  봉인 없음 / nothing is sealed' : `  사슬의 끝 / head      ${head.number}회차 ${head.chainHash}`,
    ...(dataSha256 === undefined ? [] : [`  자료 지문 / data      ${dataSha256}`]),
    `  회차 / batches        ${count(batches)}`,
    `  잎 / leaves           ${count(leaves)}`,
    `  대조한 행 / rows      ${count(rows)}`,
    `  앵커 / anchors        ${count(anchors)}${anchors === 0 ? ' (대조한 앵커가 없습니다 / none was compared)' : ''}`,
    ...(signatures === undefined ? [] : [`  결재 서명 / signed    ${count(signatures)}`]),
    ...(unsealed === 0 ? [] : [`  봉인 대기 / waiting   ${count(unsealed)}`]),
    ...(excused === 0 ? [] : [`  내용 제외 / withheld  ${count(excused)} (보존기간 경과 파기 또는 반출 제외 / expired or kept in the house)`]),
  ];
}

/** A signature says no more than the key it is checked with: where that came along in the file, people compare it. */
function keys({ keys: signers }: Verification, trusted: boolean): string[] {
  return [
    ...signers.map(({ name, fingerprint }) => `  서명 키 / key         ${name} ${fingerprint}`),
    ...(trusted || signers.length === 0 ? [] : ['  위 키 지문이 기관에서 따로 받은 지문과 같은지 확인해 주세요. / Compare the fingerprint with the one that was handed over.']),
  ];
}
