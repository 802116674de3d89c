/**
 * Words that passwords are most often made of, in English and the languages of the region, and the longest of the usual
 * whole passwords. Together with the rules in password.server.ts they stand for the lists that circulate after breaches.
 */
const words = `
password passwort parola lozinka sifra šifra fjalekalim fjalëkalim lozinku mojalozinka mojasifra novalozinka novasifra
welcome dobrodosli dobrodošli mireserdhet admin administrator administrate letmein changeme secret tajna tajno
qwerty qwertz qwertyuiop qwertzuiop asdfgh asdfghjkl zxcvbnm yxcvbnm iloveyou volimte volimtebe tedua ljubav dashuri
monkey dragon sunshine princess princeza football fudbal futboll baseball superman batman master shadow michael
jordan jennifer hunter charlie computer kompjuter kompjuteri internet samsung iphone android google facebook instagram
beograd belgrade novisad zagreb sarajevo mostar tirana tirane prishtina pristina priština skopje skoplje podgorica
srbija serbia bosna bosnia hercegovina albania shqiperia shqiperi kosova kosovo makedonija macedonia crnagora montenegro
crvenazvezda zvezda partizan hajduk dinamo vardar zeljeznicar delije grobari
jovana milica marija marko nikola stefan aleksandar jelena milan dragan ivana ana andrea arben besa drita ilir elira
january february summer winter autumn spring leto zima prolece jesen proljece jesen leta dimri pranvera vjeshta
sigurna sigurnost bezbednost siguria police policija policia ministry ministarstvo ministria organisation organizacija
starwars whatever trustno test testtest testing temp temporary default guest user username korisnik perdorues
hello zdravo pershendetje flower cvet lule mother majka nena nenad family porodica obitelj familja
`;

const whole = `
1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv q1w2e3r4t5 q1w2e3r4t5y6 qwerty123456 qwertz123456 abcd123456 abc123456789
123456789a 123456789q 1234567890q 12345qwert 123qweasdzxc asdf1234567 zaq12wsxcde iloveyou123 iloveyou1234 letmein1234
password123 password1234 password12345 passw0rd123 welcome1234 admin12345 administrator1 superuser123 changeme123 master12345
`;

export const commonPasswords: ReadonlySet<string> = new Set(`${words} ${whole}`.split(/\s+/).filter(Boolean));
