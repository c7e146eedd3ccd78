/**
 * The commonest passwords long enough for the policy once a year or a sign is added, in small letters: words, rows of the
 * keyboard, digits in a row, and Korean greetings typed with the keyboard switched to Latin. Collected by hand.
 */
const WORDS = `
password passwords passphrase passw0rd password1 mypassword newpassword thepassword changeme changeit letmein letmeinnow welcome
welcomeback admin administrator adminadmin administrat0r superuser rootroot root toor master masterkey login loginlogin
default guest guestguest user useruser username test testtest tester testing testuser demo demodemo secret topsecret
iloveyou iloveyouforever ilovekorea lovely princess sunshine sunflower football baseball basketball superman batman spiderman
pokemon starwars dragon dragonball monkey shadow michael jennifer jordan freedom whatever trustno trustnoone computer internet
samsung samsungelectronics hyundai kakao kakaotalk naver navercom google googlecom microsoft windows windowsxp apple iphone
korea korean korea-daehanminguk daehanminguk seoul seoulkorea busan daejeon sejong republicofkorea
qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiopasdfghjkl asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qwertyasdfgh
qwerasdf qwerasdfzxcv asdfqwer asdfzxcv zxcvasdf qazwsx qazwsxedc qazwsxedcrfv poiuytrewq lkjhgfdsa mnbvcxz
abcdef abcdefg abcdefgh abcdefghij abcdefghijkl abcdefghijklmnopqrstuvwxyz aaaaaaaaaa
dkssud dkssudgktpdy dkssudgktpdy dkssudgktpsy tkfkdgo tkfkdgody tkfkdgkqslek rkatkgkqslek eogksalsrnr qlalfqjsgh qlalfqjsghdlqslek
qlqjs gkrry ghltk rhksfl rhksflwk tkdydwk vkdlxld ghkdlxld dkdlel rlawldud rlaalswl
jiwon minsoo chulsoo younghee hongildong honggildong gildonghong
security safety compliance finance accounting auditor manager director president budget treasury
spring summer autumn winter january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
안녕하세요 사랑해 사랑해요 사랑합니다 감사합니다 비밀번호 비밀번호입니다 대한민국 대한민국만세 관리자 사용자 홍길동 서울특별시
`;

const ROWS = `
1234567890 12345678901 123456789012 1234567890123 12345678910 123456781234 123412341234 123123123123 0123456789 01234567890
0123456789012 9876543210 098765432109 987654321098 1357924680 2468013579 112233445566 121212121212 111222333444 147258369
147258369000 159753159753 102030405060 010203040506 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4 q1w2e3r4t5
q1w2e3r4t5y6 qwer1234 qwer1234qwer 1234qwer 1234qwer1234 1234qwerasdf asdf1234asdf qwe123qwe123 abc123abc123 abcd1234abcd
a1b2c3d4e5 a1b2c3d4e5f6 aa123456789 123456789a 1234567890a 1234567890q 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsx
zaq12wsxcde3 !qaz2wsx3edc 1q2w3e!q@w#e 1q2w3e4r!@ qwer1234!@#$ 1234!@#$qwer asdf1234!@ q1w2e3r4!@ 1q2w3e4r!@#$
`;

const list = (text: string): string[] => text.split(/\s+/).filter((each) => each !== '');

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([...list(WORDS), ...list(ROWS)]);
