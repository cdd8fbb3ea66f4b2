import type { CategoryId } from '../../vocabulary/index.ts'

/**
 * What form fields ask for. The first row that fits counts, so the narrower stand before the wider.
 *
 * `autocomplete`: tokens of the HTML Standard. `types`: of input elements. `names`: runs of words in a field's name.
 * `words`: what people read beside it, in the languages of the EU; a `*` stands for any ending.
 */
export interface FieldMeaning {
  readonly asks: string
  readonly category: CategoryId
  readonly autocomplete?: readonly string[]
  readonly types?: readonly string[]
  readonly names: readonly string[]
  readonly words: readonly string[]
}

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const FIELD_MEANINGS: readonly FieldMeaning[] = [
  {
    asks: 'email',
    category: 'online',
    autocomplete: ['email'],
    types: ['email'],
    names: list(
      'email, e-mail, mail, emailaddress, email-address, useremail, courriel, correo, imejl, newsletter-email',
    ),
    words: list(`
      email, e mail, mail, имейл*, ел поща, електронна поща, e pošta, e pošty, e poštu, e naslov, elektronická pošta,
      courriel, adresse électronique, correo, correo electrónico, posta elettronica, indirizzo email, endereço eletrónico,
      sähköposti*, e post*, e posti*, meil, e pasts, el paštas, el pašto, ηλεκτρονικό ταχυδρομείο, ηλεκτρονική διεύθυνση,
      adres poczty, poczta elektroniczna, adresa de e mail, ríomhphost, seoladh ríomhphoist, indirizz elettroniku`),
  },
  {
    asks: 'card',
    category: 'financial',
    autocomplete: list(
      'cc-name, cc-given-name, cc-family-name, cc-number, cc-exp, cc-exp-month, cc-exp-year, cc-csc, cc-type',
    ),
    names:
      list(`card-number, cardnumber, cc-number, ccnumber, creditcard, credit-card, card-no, cvc, cvv, csc, cc-csc, cc-exp,
      card-exp, cardexpiry, card-holder, cardholder, pan`),
    words: list(`
      card number, credit card*, debit card*, cvc, cvv, номер на карта*, номер на картата, банкова карта, кредитна карта,
      титуляр на картата, kartennummer, kreditkarte*, numéro de carte, carte bancaire, número de tarjeta, tarjeta de crédito,
      numero della carta, numero di carta, carta di credito, número do cartão, cartão de crédito, kaartnummer, creditcard*,
      numer karty, číslo karty, číslo karty*, kártyaszám, numărul cardului, număr card, kortnummer, kortin numero,
      αριθμός κάρτας, broj kartice, številka kartice, kaardi number, kartes numurs, kortelės numeris`),
  },
  {
    asks: 'bank-account',
    category: 'financial',
    names: list('iban, bic, swift, bank-account, account-number, accountnumber, sort-code, routing-number'),
    words: list(`
      iban, bic, bank account, account number, банкова сметка, сметка, kontonummer, bankverbindung, compte bancaire,
      cuenta bancaria, conto bancario, conta bancária, bankrekening*, rachunek bankowy, numer konta, bankovní účet,
      číslo účtu, bankszámla*, cont bancar, tilinumero, τραπεζικός λογαριασμός, bankovni račun, bančni račun`),
  },
  {
    asks: 'government-id',
    category: 'government',
    names:
      list(`egn, ssn, social-security, national-id, nationalid, personal-code, passport, passport-number, id-number, idcard,
      tax-id, taxid, vat-id, nif, dni, nie, pesel, cnp, oib, codice-fiscale, bsn, personnummer, driving-licence`),
    words: list(`
      егн, единен граждански номер, лнч, лична карта, номер на лична карта, паспорт*, еик, булстат, данъчен номер,
      social security number, national insurance number, passport number, identity card, tax number, vat number,
      personalausweis*, steuernummer, steuer id, sozialversicherungsnummer, reisepass*, numéro de sécurité sociale,
      carte d identité, passeport, dni, nif, nie, pasaporte, codice fiscale, carta d identità, passaporto, cartão de cidadão,
      burgerservicenummer, bsn, paspoort*, pesel, dowód osobisty, numer dowodu, rodné číslo, občanský průkaz, občiansky preukaz,
      személyi szám, adóazonosító*, cnp, cod numeric personal, personnummer, cpr nummer, henkilötunnus, αφμ, αμκα, oib, emšo,
      isikukood, personas kods, asmens kodas, uimhir psp`),
  },
  {
    asks: 'password',
    category: 'uniqueid',
    autocomplete: ['current-password', 'new-password'],
    types: ['password'],
    names: list('password, passwd, pass, pwd, new-password, password-confirm'),
    words: list(`
      password, парола*, passwort, kennwort, mot de passe, contraseña, palavra passe, senha, wachtwoord, hasło, heslo, jelszó,
      parolă, parola, lösenord, adgangskode, salasana, κωδικός πρόσβασης, lozinka, zaporka, geslo, parool, parole, slaptažodis,
      pasfhocal`),
  },
  {
    asks: 'code',
    category: 'uniqueid',
    autocomplete: ['one-time-code'],
    names: list('otp, one-time-code, verification-code, sms-code, totp'),
    words: list(
      'one time code, verification code, код за потвърждение, еднократен код, bestätigungscode, code de vérification',
    ),
  },
  {
    asks: 'birthday',
    category: 'demographic',
    autocomplete: ['bday', 'bday-day', 'bday-month', 'bday-year'],
    names: list(
      'bday, birthday, birthdate, birth-date, dob, date-of-birth, dateofbirth, birth-year, birth-month, birth-day, age',
    ),
    words: list(`
      date of birth, birthday, birth date, year of birth, age, дата на раждане, рожден ден, рождена дата, година на раждане,
      възраст, geburtsdatum, geburtstag, alter, date de naissance, anniversaire, âge, fecha de nacimiento, edad, data di nascita,
      età, data de nascimento, idade, geboortedatum, leeftijd, data urodzenia, wiek, datum narození, dátum narodenia, věk,
      születési dátum, születési idő, életkor, data nașterii, vârsta, födelsedatum, fødselsdato, syntymäaika, ikä,
      ημερομηνία γέννησης, ηλικία, datum rođenja, datum rojstva, sünniaeg, sünnikuupäev, dzimšanas datums, gimimo data,
      dáta breithe, data tat twelid`),
  },
  {
    asks: 'gender',
    category: 'demographic',
    autocomplete: ['sex'],
    names: list('gender, sex, salutation, title, honorific'),
    words: list(`
      gender, sex, salutation, пол, обръщение, geschlecht, anrede, genre, sexe, civilité, género, sexo, tratamiento, genere,
      sesso, geslacht, aanhef, płeć, pohlaví, pohlavie, oslovení, nem, megszólítás, gen, kön, køn, sukupuoli, φύλο, spol, sugu,
      dzimums, lytis, inscne`),
  },
  {
    asks: 'health',
    category: 'health',
    names: list(
      'health, diagnosis, allergies, allergy, disability, blood-type, medication, pregnant, insurance-number',
    ),
    words: list(`
      health, diagnosis, allerg*, disabilit*, medication, blood type, здраве*, здравослов*, диагноза, алерги*, увреждан*,
      лекарства, кръвна група, gesundheit*, diagnose, medikamente, santé, diagnostic, salud, alergias, salute, allergie, saúde,
      gezondheid*, zdrowie, alergie, zdraví, zdravie, egészség*, sănătate, hälsa, helbred, terveys, υγεία, zdravlje, zdravje`),
  },
  {
    asks: 'belief',
    category: 'political',
    names: list('religion, party-membership, political, union-membership, trade-union, ethnicity'),
    words: list(`
      religion, religious*, political*, trade union, ethnic*, вероизповедание, религи*, политическ*, синдикал*, етнич*,
      konfession, gewerkschaft*, politisch*, syndicat, sindicato, sindacato, religione, religión, religião, godsdienst, wyznanie,
      vyznání, náboženství, vallás*, uskonto, θρησκεία, religija, vjera`),
  },
  {
    asks: 'phone',
    category: 'physical',
    autocomplete: list(
      'tel, tel-country-code, tel-national, tel-area-code, tel-local, tel-local-prefix, tel-local-suffix, tel-extension',
    ),
    types: ['tel'],
    names: list('phone, telephone, tel, mobile, gsm, cell, cellphone, phone-number, phonenumber, fax, whatsapp, viber'),
    words: list(`
      phone*, telephone, mobile, cell phone, телефон*, мобилен, мобилен номер, gsm, телефонен номер, telefon*, handy*,
      mobilnummer, téléphone, portable, mobile number, teléfono, móvil, telefono, cellulare, telefone, telemóvel, telefoon*,
      mobiel, numer telefonu, komórk*, telefonszám, mobil, număr de telefon, puhelin*, matkapuhelin, τηλέφωνο, κινητό, mobitel,
      tālrunis, tālruņa numurs, telefono numeris, guthán, uimhir theileafóin`),
  },
  {
    asks: 'position',
    category: 'location',
    names: list('latitude, longitude, geolocation, lat-lng, latlng, gps, coordinates, my-location'),
    words: list(`
      my location, current location, use my location, моето местоположение, местоположение, mein standort, ma position,
      mi ubicación, la mia posizione, a minha localização, mijn locatie, moja lokalizacja, moje poloha`),
  },
  {
    asks: 'address',
    category: 'physical',
    autocomplete: list(`
      street-address, address-line1, address-line2, address-line3, address-level1, address-level2, address-level3, address-level4,
      postal-code, country, country-name`),
    names:
      list(`address, street, street-address, address1, address2, address-line, addr, city, town, zip, zipcode, zip-code,
      postcode, post-code, postal, postal-code, postalcode, plz, country, region, province, state, county, house-number, delivery-address`),
    words: list(`
      address, street, city, town, zip, zip code, postcode, postal code, country, county, province, адрес*, улица, град,
      населено място, пощенски код, държава, област, община, квартал, номер на сграда, anschrift, adresse, straße, hausnummer,
      stadt, ort, plz, postleitzahl, land, rue, ville, code postal, pays, dirección, calle, ciudad, código postal, país,
      provincia, indirizzo, via, città, cap, paese, morada, endereço, rua, cidade, localidade, adres, straat, huisnummer, plaats,
      woonplaats, postcode, ulica, miasto, miejscowość, kod pocztowy, kraj, adresa, ulice, město, psč, země, ulica, mesto,
      krajina, cím, utca, város, irányítószám, ország, adresă, stradă, oraș, localitate, cod poștal, țară, adress, gata,
      postnummer, ort, vej, by, osoite, katuosoite, kaupunki, postinumero, maa, διεύθυνση, οδός, πόλη, ταχυδρομικός κώδικας,
      χώρα, grad, poštanski broj, država, naslov, ulica, poštna številka, kraj, aadress, tänav, linn, sihtnumber, riik, adrese,
      iela, pilsēta, pasta indekss, valsts, adresas, gatvė, miestas, pašto kodas, šalis, seoladh, baile, indirizz, belt`),
  },
  {
    asks: 'company',
    category: 'demographic',
    autocomplete: ['organization', 'organization-title'],
    names: list(
      'company, organization, organisation, job, job-title, jobtitle, occupation, employer, profession, firma',
    ),
    words: list(`
      company, organi*ation, job title, occupation, employer, фирма, компания, организация, длъжност, професия, работодател,
      firma, unternehmen, beruf, position, entreprise, société, profession, empresa, azienda, professione, bedrijf, beroep,
      zawód, stanowisko, společnost, povolání, spoločnosť, cég, foglalkozás, companie, profesie, företag, yrke, virksomhed, yritys,
      ammatti, εταιρεία, επάγγελμα, tvrtka, podjetje, ettevõte, uzņēmums, įmonė, cuideachta`),
  },
  {
    asks: 'user-name',
    category: 'uniqueid',
    autocomplete: ['username', 'nickname'],
    names: list(
      'username, user-name, login, user, userid, user-id, nick, nickname, account, customer-number, client-number',
    ),
    words: list(`
      username, user name, login, nickname, customer number, потребителско име, потребител, псевдоним, клиентски номер,
      benutzername, kundennummer, spitzname, nom d utilisateur, identifiant, pseudo, nombre de usuario, usuario, nome utente,
      nome de utilizador, utilizador, gebruikersnaam, klantnummer, nazwa użytkownika, uživatelské jméno, používateľské meno,
      felhasználónév, nume de utilizator, användarnamn, brugernavn, käyttäjätunnus, käyttäjänimi, όνομα χρήστη, korisničko ime,
      uporabniško ime, kasutajanimi, lietotājvārds, naudotojo vardas, ainm úsáideora`),
  },
  {
    asks: 'name',
    category: 'physical',
    autocomplete: list('name, honorific-prefix, given-name, additional-name, family-name, honorific-suffix'),
    names:
      list(`name, first-name, firstname, fname, last-name, lastname, lname, surname, given-name, family-name, full-name, fullname,
      middle-name, your-name, contact-name, forename, vorname, nachname, nom, prenom, nombre, apellidos, ime, familia`),
    words: list(`
      name, first name, last name, full name, your name, surname, family name, given name, име*, фамилия, презиме, вашето име,
      име и фамилия, vorname, nachname, familienname, nom, prénom, nom et prénom, nombre, apellido*, nome, cognome, apelido,
      nome completo, naam, voornaam, achternaam, imię, nazwisko, imię i nazwisko, jméno, příjmení, meno, priezvisko, név,
      keresztnév, vezetéknév, teljes név, nume, prenume, namn, förnamn, efternamn, navn, fornavn, nimi, etunimi, sukunimi, όνομα,
      επώνυμο, ονοματεπώνυμο, ime, prezime, priimek, ime in priimek, eesnimi, perekonnanimi, vārds, uzvārds, vardas, pavardė,
      ainm, sloinne, isem, kunjom`),
  },
  {
    asks: 'picture-or-file',
    category: 'content',
    types: ['file'],
    names: list('file, upload, attachment, photo, avatar, cv, resume'),
    words: list(
      'attachment, photo, file, файл, снимка, прикачен*, anhang, datei, pièce jointe, archivo, allegato, załącznik',
    ),
  },
  {
    asks: 'web-address',
    category: 'online',
    autocomplete: ['url', 'impp', 'photo'],
    types: ['url'],
    names: list('url, website, homepage, web, linkedin, facebook, instagram, twitter'),
    words: list(
      'website, web site, уебсайт, интернет страница, webseite, site web, sitio web, sito web, strona internetowa',
    ),
  },
  {
    asks: 'search',
    category: 'interactive',
    types: ['search'],
    names: list('q, s, query, search, keyword, keywords, searchterm'),
    words: list(`
      search*, търси, търсене, търсете, suche*, suchbegriff, recherche*, rechercher, buscar, búsqueda, cerca, ricerca, pesquisar,
      procurar, zoeken, zoek, szukaj, wyszukaj, hledat, vyhledat, hľadať, keresés, căutare, caută, sök, søg, haku, etsi,
      αναζήτηση, traži, pretraži, išči, otsi, meklēt, ieškoti, paieška, cuardaigh, fittex`),
  },
  {
    asks: 'preference',
    category: 'preference',
    autocomplete: ['language', 'transaction-currency'],
    names: list(
      'language, lang, currency, locale, interests, favourite, favorite, preferences, theme, size, color, colour',
    ),
    words: list(`
      language, currency, interests, preferences, език, валута, интереси, предпочитания, размер, цвят, sprache, währung,
      interessen, langue, devise, idioma, moneda, lingua, valuta, taal, język, jazyk, nyelv, limbă, språk, sprog, kieli,
      γλώσσα, jezik`),
  },
  {
    asks: 'message',
    category: 'content',
    types: ['textarea'],
    names: list(
      'message, comment, comments, note, notes, question, feedback, review, description, text, subject, enquiry, inquiry',
    ),
    words: list(`
      message, comment*, question, review, subject, feedback, съобщение, коментар*, въпрос, отзив, забележка, бележки, тема,
      nachricht, kommentar*, frage, betreff, message, commentaire, objet, mensaje, comentario*, asunto, messaggio, commento,
      oggetto, mensagem, assunto, bericht, opmerking*, wiadomość, komentarz, temat, zpráva, správa, komentář, üzenet, megjegyzés,
      mesaj, comentariu, meddelande, besked, viesti, kommentti, μήνυμα, σχόλιο, poruka, sporočilo, sõnum, ziņa, žinutė,
      teachtaireacht, messaġġ`),
  },
]
