import { localDate } from '#libs/calendar';
import type { Zone, ZoneMode } from './zone.js';

const LIST = '연구개발특구 지정 현황(2023년 기준, 관행): 지정일은 고시로 확인';

const zone = (code: string, ko: string, en: string, mode: ZoneMode, from: string, regions: string): Omit<Zone, 'id'> => ({
  ...{ code, name: { ko, en }, mode, regions, from: localDate(from), to: null, source: 'PRACTICE' as const, clause: LIST },
});

/** The zones that an installation begins with [practice, 2023] (docs/domain.md §5): five large and fourteen compact ones. Whatever is said later is a further row. */
export const SEED_ZONES: readonly Omit<Zone, 'id'>[] = [
  zone('DAEDEOK', '대덕', 'Daedeok', 'LARGE', '2005-07-28', '대전광역시 유성구·대덕구 일원'),
  zone('GWANGJU', '광주', 'Gwangju', 'LARGE', '2011-01-31', '광주광역시 북구·광산구, 전라남도 장성군 일원'),
  zone('DAEGU', '대구', 'Daegu', 'LARGE', '2011-01-31', '대구광역시 달성군·북구 등, 경상북도 경산시 일원'),
  zone('BUSAN', '부산', 'Busan', 'LARGE', '2012-11-28', '부산광역시 강서구 일원'),
  zone('JEONBUK', '전북', 'Jeonbuk', 'LARGE', '2015-08-13', '전라북도 전주시·정읍시·완주군 일원'),
  zone('ANSAN', '안산', 'Ansan', 'COMPACT', '2019-08-07', '경기도 안산시 일원'),
  zone('GIMHAE', '김해', 'Gimhae', 'COMPACT', '2019-08-07', '경상남도 김해시 일원'),
  zone('JINJU', '진주', 'Jinju', 'COMPACT', '2019-08-07', '경상남도 진주시 일원'),
  zone('CHANGWON', '창원', 'Changwon', 'COMPACT', '2019-08-07', '경상남도 창원시 일원'),
  zone('POHANG', '포항', 'Pohang', 'COMPACT', '2019-08-07', '경상북도 포항시 일원'),
  zone('CHEONGJU', '청주', 'Cheongju', 'COMPACT', '2019-08-07', '충청북도 청주시 일원'),
  zone('GUMI', '구미', 'Gumi', 'COMPACT', '2020-07-27', '경상북도 구미시 일원'),
  zone('GUNSAN', '군산', 'Gunsan', 'COMPACT', '2020-07-27', '전라북도 군산시 일원'),
  zone('ULSAN-ULJU', '울산 울주', 'Ulju, Ulsan', 'COMPACT', '2020-07-27', '울산광역시 울주군 일원'),
  zone('NAJU', '나주', 'Naju', 'COMPACT', '2020-07-27', '전라남도 나주시 일원'),
  zone('SEOUL-HONGNEUNG', '서울 홍릉', 'Hongneung, Seoul', 'COMPACT', '2020-07-27', '서울특별시 동대문구·성북구 일원'),
  zone('CHEONAN-ASAN', '천안·아산', 'Cheonan and Asan', 'COMPACT', '2020-07-27', '충청남도 천안시·아산시 일원'),
  zone('INCHEON-SEO', '인천 서구', 'Seo-gu, Incheon', 'COMPACT', '2022-04-22', '인천광역시 서구 일원'),
  zone('CHUNCHEON', '춘천', 'Chuncheon', 'COMPACT', '2023-05-01', '강원도 춘천시 일원'),
];
