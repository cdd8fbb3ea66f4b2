/**
 * How notices word their buttons, in the official languages of the European Union and of its neighbours in the
 * single market: phrases, with commas between. A phrase is a row of words that follow each other with at most two
 * others between; `*` stands for any letters at the end or the beginning of a word. Case, accents and punctuation
 * do not count.
 */
export interface ChoiceWords {
  /** Says yes. */
  readonly accept: string
  /** Takes note; counts as a yes only where the notice has nothing better. */
  readonly acknowledge: string
  /** Says no, or yes to what is necessary only. Read before `accept`: a "do not accept" has both. */
  readonly refuse: string
  /** Whole labels that say yes or no to whatever was asked. */
  readonly yes: string
  readonly no: string
  /** Leads to the single choices. */
  readonly settings: string
  /** Keeps what was chosen one by one. */
  readonly save: string
  /** Leads back to the choice, where the words of `settings` and `about` together do not say it. */
  readonly back: string
  readonly all: string
  /** What a notice speaks of. */
  readonly about: string
}

export const CHOICE_WORDS: Readonly<Record<string, ChoiceWords>> = {
  bg: {
    accept: 'прием*, приемете, съгласен, съгласна, съгласявам*, разреш*, позвол*',
    acknowledge: 'ок, добре, разбрах, разбирам, ясно, продължи, продължете, продължаване, наясно съм',
    refuse: `
      отказ*, откаж*, отхвърл*, не прием*, не съм съглас*, не се съглас*, несъгласен, несъгласна, не разреш*, не
      позвол*, без приемане, без съгласие, само необходим*, само задължителн*, само нужн*, само основн*, единствено
      необходим*, прием* необходим*, приеми задължителн*, забран*`,
    yes: 'да',
    no: 'не, не благодаря',
    settings: `
      настрой*, предпочитани*, управл*, персонализ*, избор, избера, изберете, избирам, поотделно, опции, промен*, подробно, по избор`,
    save: 'запаз*, запиш*, запис*, потвърд*, прием* избран*, разреши избран*, избраните, приложи',
    back: 'оттегл* съгласие*, вашият избор, избор за поверителност, промяна на избора',
    all: 'всичк*',
    about: 'бисквитк*, cookie*, кукита, съгласие*, проследяв*, лични данни, личните данни, поверителност*',
  },
  cs: {
    accept: 'prijm*, prijim*, souhlasim, souhlasit, povol*, akcept*, udelit souhlas',
    acknowledge: 'ok, rozumim, beru na vedomi, chapu, pokracovat, v poradku, dobre',
    refuse: `
      odmit*, zamit*, nesouhlas*, neprijm*, neprijim*, nepovol*, zakaz*, bez souhlasu, jen nezbytn*, pouze nezbytn*,
      pouze nutn*, jen nutn*, pouze technick*, jen technick*, pouze zakladni, povolit nezbytn*, prijmout nezbytn*`,
    yes: 'ano, souhlas',
    no: 'ne, ne diky',
    settings: 'nastav*, predvol*, sprav*, prizpusob*, upravit, moznosti, podrobn*, vlastni volba, vybrat, zmenit',
    save: 'uloz*, potvrd*, povolit vybran*, prijmout vybran*, povolit vyber, vybran*',
    back: 'odvolat souhlas, zmenit souhlas, vase volba soukromi',
    all: 'vse, vsechn*, vsem*',
    about: 'cookie*, souhlas*, sledovan*, osobni* udaj*, soukromi',
  },
  da: {
    accept: 'accepter*, godkend*, tillad*, samtykker',
    acknowledge: 'ok, okay, forstaet, jeg forstar, fortsæt, fint',
    refuse: `
      afvis*, afsla, nægt*, ikke accepter*, ikke tillad*, ikke samtykke, uden samtykke, uden at acceptere, kun
      nodvendig*, kun tekniske, kun funktionelle, tillad nodvendig*, accepter nodvendig*, godkend nodvendig*, forbyd*`,
    yes: 'ja, samtykke, enig, ja tak',
    no: 'nej, nej tak',
    settings: 'indstilling*, præference*, tilpas*, administrer*, vælg, valgmulighed*, rediger, detaljer, skift',
    save: 'gem, gem*, bekræft*, tillad valg*, accepter valg*, godkend valg*, valgte',
    back: 'træk samtykke, tilbagetræk* samtykke, tilbagekald* samtykke, ændr samtykke, dit samtykke',
    all: 'alle, alt',
    about: 'cookie*, samtykke*, sporing*, personoplysning*, persondata*, privatliv*',
  },
  de: {
    accept: `
      akzeptier*, annehm*, zustimm*, stimme zu, zulass*, erlaub*, einverstanden, zusag*, einwilligen, willige ein`,
    acknowledge: 'ok, okay, verstanden, alles klar, weiter, in ordnung, zur kenntnis',
    refuse: `
      ablehn*, lehne ab, verweiger*, nicht akzeptier*, nicht zustimm*, stimme nicht zu, nicht einverstanden, nicht
      erlaub*, nicht zulass*, ohne einwilligung, ohne zustimm*, nur notwendig*, nur erforderlich*, nur essen*, nur
      technisch*, nur funktional*, notwendige akzeptier*, erforderliche akzeptier*, essenzielle akzeptier*, notwendige
      zulassen, erforderliche zulassen, nur unbedingt, widersprech*, verbiet*, ablehnung`,
    yes: 'ja, einwilligen, ja gerne',
    no: 'nein, nein danke',
    settings: `
      *einstellung*, prafer*, verwalt*, anpass*, konfigurier*, optionen, individuell*, auswahlen, wahlen, bearbeiten,
      details, andern`,
    save: `
      speicher*, bestatig*, auswahl erlauben, auswahl akzeptier*, auswahl zulassen, auswahl ubernehmen, ausgewahlte*,
      auswahl`,
    back: `
      einwilligung widerrufen, zustimmung widerrufen, einwilligung andern, consent manager, privatsphare*einstellung*,
      datenschutz*einstellung*, cookie*einstellung*`,
    all: 'alle, allem, allen, alles',
    about: '*cookie*, *einwilligung*, tracking*, zustimmung*, personenbezogen*, *privatsphare*, datenschutz*',
  },
  el: {
    accept: 'αποδοχη, αποδεχομαι, αποδεχ*, συμφωνω, επιτρεπ*, συναινω, δεχομαι',
    acknowledge: 'οκ, ok, ενταξει, καταλαβα, κατανοω, το καταλαβα, συνεχεια',
    refuse: `
      απορριψη, απορριπτ*, αρνηση, αρνουμαι, δεν αποδεχομαι, δεν συμφωνω, δεν επιτρεπ*, διαφωνω, χωρις αποδοχη, χωρις
      συναινεση, μονο απαραιτητα, μονο τα απαραιτητα, μονο αναγκαια, μονο τα αναγκαια, αποδοχη απαραιτητων, αποδοχη
      αναγκαιων, μονο απολυτως`,
    yes: 'ναι',
    no: 'οχι, οχι ευχαριστω',
    settings: `
      ρυθμισ*, προτιμησ*, διαχειρισ*, προσαρμογη, εξατομικευση, επιλογες, παραμετροποιηση, αλλαγη, λεπτομερειες`,
    save: 'αποθηκευ*, επιβεβαιωσ*, αποδοχη επιλεγμενων, αποδοχη επιλογ*, επιλεγμεν*',
    back: 'ανακληση συγκαταθεσης, ανακληση συναινεσης, αλλαγη συγκαταθεσης, οι επιλογες απορρητου',
    all: 'ολα, ολων, ολες, ολους',
    about: 'cookie*, συγκαταθεσ*, συναινεσ*, παρακολουθησ*, προσωπικα δεδομενα, προσωπικων δεδομενων, απορρητο*',
  },
  en: {
    accept: 'accept*, agree*, allow*, enable all, opt in, permit all, approve',
    acknowledge: 'ok, okay, got it, gotcha, understood, i understand, continue, fine, that s fine, sounds good',
    refuse: `
      reject*, refus*, declin*, deny, disagree*, disallow*, disable all, block all, opt out, object to all, not
      accept, not agree, not consent, not allow, not track, don t accept, don t agree, don t consent, don t allow,
      without accepting, without agreeing, without consent*, without cookies, only necessary, only essential*, only
      required, only needed, only strictly, necessary only, essential* only, required only, accept necessary, accept
      essential*, accept required, allow necessary, allow essential*, use necessary, just necessary, just essential*`,
    yes: 'yes, consent, yes please, i consent',
    no: 'no, no thanks, no thank you, say no',
    settings: `
      setting*, preference*, manage*, customi*, personali*, options, configure, choose, choices, purposes, adjust,
      change, control*, details`,
    save: `
      save*, confirm*, apply, accept selected, accept selection, allow selected, allow selection, selected, selection,
      submit preferences`,
    back: `
      withdraw consent, revoke consent, change consent, your consent, your privacy choices, privacy choices, do not
      sell, don t sell, cookie consent, consent manager, cookie choices`,
    all: 'all, everything, every',
    about: `
      cookie*, consent*, tracking, tracker*, track, personal data, personal information, privacy, do not sell,
      legitimate interest`,
  },
  es: {
    accept: 'acept*, permit*, consiento, consentir, autoriz*',
    acknowledge: 'ok, vale, entendido, entiendo, continuar, comprendo',
    refuse: `
      rechaz*, deneg*, no acept*, no permit*, no consiento, no estoy de acuerdo, desactivar tod*, sin aceptar, sin
      consentir, solo necesari*, solo las necesari*, solo esencial*, solo tecnic*, solo obligatori*, unicamente
      necesari*, aceptar necesari*, aceptar las necesari*, aceptar esencial*, permitir necesari*, oponer*, bloquear
      tod*`,
    yes: 'si, de acuerdo',
    no: 'no, no gracias',
    settings: 'configur*, ajust*, preferencia*, gestion*, administr*, personaliz*, opciones, elegir, modificar, panel',
    save: 'guard*, confirm*, aceptar seleccion*, permitir seleccion*, permitir la seleccion, seleccionad*, aplicar',
    back: `
      retirar consentimiento, revocar consentimiento, cambiar consentimiento, sus opciones de privacidad, tus opciones
      de privacidad`,
    all: 'todo, todas, todos',
    about: 'cookie*, galletas, consentimiento*, rastreo, seguimiento, datos personales, privacidad',
  },
  et: {
    accept: 'noustu*, noustun, luba, luban, lubage, aktsepteeri*, noustun koigi*',
    acknowledge: 'ok, selge, sain aru, saan aru, jatka, hasti',
    refuse: `
      keeldu*, ei noustu, ara luba, ara noustu, luka tagasi, luka koik tagasi, lukka tagasi, ainult vajalik*, ainult
      hadavajalik*, ainult vajalikke, luba vajalik*, luba ainult, noustu vajalik*, vajalikud ainult, ilma noustumata,
      keela, keelan`,
    yes: 'jah',
    no: 'ei, ei aitah',
    settings: '*seaded, *seadeid, *satted, *satteid, seadist*, halda*, kohanda*, valikud, eelistus*, muuda*, valin ise',
    save: 'salvesta*, kinnita*, luba valik, luba valitud, noustu valitud*, valitud',
    back: 'vota nousolek tagasi, muuda nousolekut, tuhista nousolek, tagasi votta',
    all: 'koik, koigi*, koiki',
    about: 'kupsis*, *kupsis*, cookie*, nousolek*, jalgimi*, isikuandme*, privaatsus*',
  },
  fi: {
    accept: 'hyvaksy*, salli, sallin, sallia, suostun, suostu, samaa mielta',
    acknowledge: 'ok, selva, ymmarran, ymmarretty, jatka',
    refuse: `
      hylkaa*, hylkaan, kiella, kieltay*, kiellan, en hyvaksy, ala hyvaksy, ala salli, en salli, en suostu, torju*,
      estä kaikki, vain valttamat*, vain pakolli*, vain tarpeelli*, hyvaksy valttamat*, hyvaksy vain, salli
      valttamat*, salli vain, salli pakolli*, jatka hyvaksymatta`,
    yes: 'kylla',
    no: 'ei, ei kiitos',
    settings: `
      *asetukset, *asetuksia, *asetuksiin, hallitse*, hallinnoi*, muokkaa*, mukauta*, valinnat, vaihtoehdot, muuta`,
    save: 'tallenna*, vahvista*, hyvaksy valitut, hyvaksy valinnat, salli valinta, salli valitut, valitut',
    back: 'peruuta suostumus, peru suostumus, muuta suostumusta, muuta suostumus*',
    all: 'kaikki, kaikkien, kaikkea',
    about: 'evaste*, *evaste*, cookie*, suostumu*, seuranta*, henkilotie*, tietosuoja*, yksityisyy*',
  },
  fr: {
    accept: 'accept*, j accepte, d accord, autoris*, consentir, tout activer',
    acknowledge: 'ok, compris, j ai compris, continuer, entendu',
    refuse: `
      refus*, rejet*, declin*, interdire*, n accepte pas, ne pas accepter, pas d accord, sans accepter, sans
      consentir, sans consentement, uniquement necessaire*, uniquement les cookies necessaire*, seulement necessaire*,
      seulement les necessaire*, strictement necessaires uniquement, necessaires uniquement, essentiels uniquement,
      accepter necessaire*, accepter les necessaire*, accepter uniquement, accepter seulement, tout bloquer, tout
      desactiver, s opposer, desaccord`,
    yes: 'oui',
    no: 'non, non merci',
    settings: `
      param*, preference*, gerer, gestion, personnalis*, options, configurer, choisir, choix, modifier, reglage*, en
      savoir plus et parametrer`,
    save: `
      enregistr*, sauvegard*, confirm*, valider, accepter selection*, accepter la selection, autoriser la selection,
      selection*`,
    back: `
      retirer consentement, retirer mon consentement, revoquer consentement, modifier consentement, vos choix, mes
      choix, gestion du consentement`,
    all: 'tout, tous, toutes',
    about: 'cookie*, traceur*, temoins, consentement*, suivi, donnees personnelles, vie privee, confidentialite',
  },
  ga: {
    accept: 'glac, glacaim, glac*, aontaim, aontaigh, ceadaigh, ceadaim, toilim',
    acknowledge: 'ok, tuigim, lean ar aghaidh, maith go leor',
    refuse: `
      diultaigh, diultaim, diult*, na glac, ni ghlacaim, ni aontaim, na ceadaigh, gan glacadh, riachtanacha amhain,
      riachtanach* amhain, amhain riachtanach*, glac* riachtanach*, ni toilim, easaontaim`,
    yes: 'ta',
    no: 'nil',
    settings: 'socruithe, roghanna, sainroghanna, bainistigh, saincheap*, roghnaigh, athraigh',
    save: 'sabhail, deimhnigh, glac leis an rogha, roghnaithe',
    back: 'tarraing siar, tarraing toiliu siar, athraigh toiliu',
    all: 'uile, gach, go leir, leir, iomlan',
    about: 'fianain, fianan, fiananai, fhianain, bhfianan, cookie*, toiliu, rianu, sonrai pearsanta, priobhaideach*',
  },
  hr: {
    accept: 'prihvat*, prihvacam, slazem se, pristajem, dopust*, dozvol*, omoguci sve, suglasan, suglasna',
    acknowledge: 'ok, u redu, razumijem, shvacam, nastavi, jasno',
    refuse: `
      odbij*, odbac*, ne prihvac*, ne slazem, ne pristajem, ne dopust*, bez prihvacanja, bez pristanka, samo nuzn*,
      samo neophodn*, samo obavezn*, samo potrebn*, prihvati nuzn*, prihvati neophodn*, dopusti nuzn*, zabran*`,
    yes: 'da',
    no: 'ne, ne hvala',
    settings: 'postavk*, postavke, prilagod*, upravlj*, opcije, odaber*, izbor, promijeni, izmijeni, detalji',
    save: 'sprem*, spremi, potvrd*, prihvati odabran*, dopusti odabir, dopusti odabran*, odabran*',
    back: 'povuci privolu, povuci pristanak, promijeni privolu, opozovi pristanak',
    all: 'sve, svih, svim, svima',
    about: 'kolacic*, cookie*, privol*, pristan*, pracenj*, osobn* podat*, privatnost*',
  },
  hu: {
    accept: 'elfogad*, egyetertek, engedelyez*, rendben, hozzajarulok, beleegyezem',
    acknowledge: 'ok, ertem, ertettem, megertettem, tudomasul veszem, tovabb, folytatas',
    refuse: `
      elutasit*, visszautasit*, nem fogad*, nem ertek egyet, nem jarulok, nem engedelyez*, elutasitom, letilt*,
      elfogadas nelkul, hozzajarulas nelkul, csak szukseges*, csak a szukseges*, csak feltetlenul, csak a feltetlenul,
      csak elengedhetetlen, szuksegesek elfogadasa, szukseges* elfogad*, csak kotelezo`,
    yes: 'igen',
    no: 'nem, nem koszonom',
    settings: `
      *beallitas*, testreszab*, kezeles*, szemelyre*, lehetosegek, valaszt*, modosit*, reszletek, preferenciak`,
    save: 'ment*, megerosit*, kijeloltek elfogadasa, kivalasztott*, valasztas engedelyezese, kivalasztas',
    back: 'hozzajarulas visszavonasa, hozzajarulas modositasa, visszavonas*',
    all: 'mind, osszes*, mindet, mindent, mindegyik*, valamennyi*',
    about: 'suti*, *cookie*, hozzajarulas*, nyomkovet*, szemelyes adat*, adatvedel*, adatkezel*',
  },
  is: {
    accept: 'leyf*, eg samþykki, samþykkja, samþykkir, samþykkt',
    acknowledge: 'ok, i lagi, skil, eg skil, afram',
    refuse: `
      hafna*, neita*, ekki samþykk*, ekki leyf*, aðeins nauðsynleg*, einungis nauðsynleg*, bara nauðsynleg*, samþykkja
      nauðsynleg*, leyfa nauðsynleg*`,
    yes: 'ja',
    no: 'nei, nei takk',
    settings: 'stilling*, stilla, sersniða*, val, valkostir, velja, breyta, stjorna*',
    save: 'vista*, staðfest*, leyfa valdar, samþykkja valdar, valdar',
    back: 'afturkalla samþykki, breyta samþykki',
    all: 'allar, allt, alla, ollum',
    about: 'vafrakok*, vefkok*, fotspor*, cookie*, samþykki*, rakning*, personuupplysing*, persónuvernd*',
  },
  it: {
    accept: 'accett*, acconsent*, permett*, d accordo, autorizz*, consento, consenti, consentire',
    acknowledge: 'ok, va bene, ho capito, capito, continua, prosegui',
    refuse: `
      rifiut*, nega, nego, declin*, non accett*, non acconsent*, non consent*, senza accettare, senza consenso, solo
      necessari*, solo i necessari*, solo quelli necessari*, solo cookie tecnici, solo tecnici, solo essenziali, solo
      i cookie necessari, accetta necessari*, accetta solo, consenti solo, usa solo, disattiva tutti, blocca tutt*`,
    yes: 'si',
    no: 'no, no grazie',
    settings: `
      impostazion*, preferenz*, gestisci, gestione, personalizz*, opzioni, configura, scegli, scelte, modifica,
      dettagli, rivedi`,
    save: 'salva*, conferma*, accetta selezion*, consenti selezion*, accetta la selezione, selezionat*, applica',
    back: `
      revoca consenso, revoca il consenso, ritira consenso, modifica consenso, le tue scelte, aggiorna le preferenze`,
    all: 'tutto, tutti, tutte',
    about: 'cookie*, consenso*, tracciamento, traccianti, dati personali, privacy, riservatezza',
  },
  lt: {
    accept: 'priim*, sutink*, leist*, leidz*, patvirtinti vis*, pritariu',
    acknowledge: 'ok, gerai, supratau, suprantu, testi, aisku',
    refuse: `
      atmest*, atmet*, atsisak*, nesutink*, nepriim*, neleis*, be sutikimo, tik butin*, tik butinus*, tik reikaling*,
      tik privalom*, priimti butin*, leisti butin*, sutikti su butin*, draust*`,
    yes: 'taip',
    no: 'ne, ne aciu',
    settings: `
      nustatym*, nuostat*, valdyt*, tvarkyt*, pritaikyt*, tinkint*, pasirinkti, parinktys, keisti, pasirinkim*,
      issamiau`,
    save: 'issaugot*, patvirtint*, leisti pasirinkt*, priimti pasirinkt*, pasirinktus',
    back: 'atsaukti sutikima, keisti sutikima, pakeisti sutikima',
    all: 'visus, viska, visi, visas, visiems, visais',
    about: 'slapuk*, cookie*, sutikim*, sekim*, asmens duomen*, privatum*',
  },
  lv: {
    accept: 'piekrit*, pienem*, apstiprin* vis*, atlaut*, atlauju, akcept*',
    acknowledge: 'ok, labi, sapratu, saprotu, turpinat, skaidrs',
    refuse: `
      noraidit*, noraid*, atteik*, nepiekrit*, nepienem*, neatlaut*, bez piekrisanas, tikai nepieciesam*, tikai
      obligat*, tikai funkcional*, tikai tehnisk*, atlaut nepieciesam*, pienemt nepieciesam*, apstiprinat
      nepieciesam*, aizliegt*`,
    yes: 'ja',
    no: 'ne, ne paldies',
    settings: 'iestatijum*, uzstadijum*, parvald*, pielagot*, izveles, izveleties, preferences, opcijas, mainit, sikak',
    save: 'saglabat*, apstiprinat*, atlaut izvelet*, pienemt izvelet*, atlaut atlasi, izveletas',
    back: 'atsaukt piekrisanu, mainit piekrisanu',
    all: 'visas, visus, visu, visam, viss',
    about: 'sikdat*, sikfail*, cookie*, piekrisan*, izseko*, personas dat*, privatum*',
  },
  mt: {
    accept: 'accetta*, acetta*, accetta, naccetta, aċċetta*, naqbel, ippermetti, halli',
    acknowledge: 'ok, fhimt, nifhem, kompli, tajjeb',
    refuse: `
      irrifjuta*, irrofta, nirrifjuta, ma naqbilx, ma naccettax, tippermettix, minghajr kunsens, minghajr ma naccetta,
      biss mehtiega, mehtiega biss, essenzjali biss, biss essenzjali, necessarji biss, biss necessarji`,
    yes: 'iva',
    no: 'le, le grazzi',
    settings: 'settings, preferenzi, immaniggja, amministra, ippersonalizza, ghazliet, aghzel, biddel, issettjar',
    save: 'issejvja, ikkonferma, aghzliet tieghi, maghzula, ahzen',
    back: 'irtira kunsens, irtira l kunsens, biddel il kunsens',
    all: 'kollha, kollox, kull',
    about: 'cookie*, kunsens, traccar, data personali, privatezza',
  },
  nl: {
    accept: 'accept*, akkoord, toestaan, toestemmen, sta toe, ga akkoord, goedkeuren',
    acknowledge: 'ok, oke, begrepen, ik begrijp*, snap ik, doorgaan, verder, prima',
    refuse: `
      weiger*, afwijz*, wijs af, wijs alles af, niet accept*, niet akkoord, niet toestaan, zonder accept*, zonder
      toestemming, alleen noodzakelijk*, alleen essentie*, alleen functione*, alleen strikt, alleen vereist*, alleen
      nodig*, enkel noodzakelijk*, noodzakelijke accept*, functionele accept*, accepteer alleen, accepteer
      noodzakelijk*, noodzakelijke toestaan, bezwaar maken, blokkeer*`,
    yes: 'ja',
    no: 'nee, nee bedankt',
    settings: `
      *instelling*, voorkeur*, beheer*, aanpass*, pas aan, personaliser*, opties, keuzes, kies*, zelf instellen,
      wijzig*, details`,
    save: `
      opslaan, bewaar*, bevestig*, sla op, selectie toestaan, selectie accept*, geselecteerde, selectie, voorkeuren
      opslaan`,
    back: 'toestemming intrekken, trek toestemming in, toestemming wijzigen, uw privacykeuzes, mijn cookies',
    all: 'alle, alles, allemaal',
    about: '*cookie*, toestemming*, tracking, tracker*, volgen, persoonsgegevens, privacy*',
  },
  no: {
    accept: 'godta*, aksepter*, godkjenn*, tillat*, samtykker',
    acknowledge: 'ok, okei, forstatt, jeg forstar, skjonner, fortsett, greit',
    refuse: `
      avvis*, avsla*, ikke godta*, ikke aksepter*, ikke tillat*, ikke samtykk*, uten samtykke, uten a godta, bare
      nodvendig*, kun nodvendig*, tillat nodvendig*, godta nodvendig*, aksepter nodvendig*, tillat kun, godta kun,
      nekt*`,
    yes: 'ja, enig',
    no: 'nei, nei takk',
    settings: 'innstilling*, preferanse*, tilpass*, administrer*, velg, alternativer, valg, endre, detaljer',
    save: 'lagre*, bekreft*, tillat utvalg*, tillat valgte, godta valgte, valgte',
    back: 'trekk samtykke, trekk tilbake, endre samtykke, ditt samtykke',
    all: 'alle, alt',
    about: 'informasjonskaps*, cookie*, kapsler, samtykke*, sporing*, personopplysning*, personvern*',
  },
  pl: {
    accept: 'akcept*, zaakceptuj, zgadzam sie, wyrazam zgode, zezwol*, zezwalam, pozwol*, przyjmuje',
    acknowledge: 'ok, okej, rozumiem, jasne, dalej, kontynuuj, w porzadku, przejdz do serwisu, przejdz dalej',
    refuse: `
      odrzuc*, odmow*, odmawiam, nie zgadzam, nie wyrazam, nie akcept*, nie zezwal*, bez akceptacji, bez zgody, tylko
      niezbedn*, tylko konieczn*, tylko wymagan*, tylko potrzebn*, tylko techniczn*, jedynie niezbedn*, akceptuj
      niezbedn*, zaakceptuj niezbedn*, zezwol na niezbedn*, zablokuj wszystk*, sprzeciw*`,
    yes: 'tak, zgoda',
    no: 'nie, nie dziekuje',
    settings: `
      ustawien*, ustawienia, preferencj*, zarzadz*, dostosuj*, personaliz*, opcje, wybierz, wybor, konfigur*, zmien*,
      szczegoly`,
    save: `
      zapisz*, potwierdz*, zezwol na wybor, zezwol na wybran*, akceptuj wybran*, zaakceptuj wybran*, wybrane,
      zatwierdz*`,
    back: 'wycofaj zgode, cofnij zgode, zmien zgode, zarzadzaj zgod*, twoje wybory',
    all: 'wszystk*, calosc',
    about: 'cookie*, ciastecz*, zgod*, sledzeni*, sledzac*, dane osobowe, danych osobowych, prywatnosc*',
  },
  pt: {
    accept: 'aceit*, concord*, permit*, consinto, consentir, autoriz*',
    acknowledge: 'ok, entendi, compreendi, percebi, continuar, prosseguir',
    refuse: `
      rejeit*, recus*, neg*, nao aceit*, nao concord*, nao permit*, nao consinto, discord*, sem aceitar, sem
      consentir, apenas necessari*, apenas os necessari*, so necessari*, so os necessari*, somente necessari*, somente
      os necessari*, apenas essencia*, apenas obrigatori*, aceitar necessari*, aceitar apenas, aceitar os necessari*,
      permitir apenas, desativar tod*, bloquear tod*`,
    yes: 'sim',
    no: 'nao, nao obrigado, nao obrigada',
    settings: `
      defini*, configura*, preferencia*, gerir, gerenci*, personaliz*, opcoes, ajust*, escolh*, alterar, detalhes`,
    save: 'guard*, salv*, grav*, confirm*, aceitar seleci*, permitir selec*, selecionad*, aplicar',
    back: 'retirar consentimento, revogar consentimento, alterar consentimento, as suas escolhas',
    all: 'tudo, todos, todas',
    about: 'cookie*, consentiment*, rastre*, monitoriza*, dados pessoais, privacidade',
  },
  ro: {
    accept: 'accept*, de acord, permit*, sunt de acord, aprob*, consimt',
    acknowledge: 'ok, am inteles, inteleg, continua*, bine',
    refuse: `
      refuz*, resping*, nu accept*, nu sunt de acord, nu permit*, nu consimt, dezactiveaza toate, fara acceptare, fara
      acord, fara a accepta, doar necesar*, doar cele necesar*, numai necesar*, numai cele necesar*, doar esential*,
      doar strict, doar obligator*, accepta necesar*, accepta doar, permite doar, blocheaz*`,
    yes: 'da',
    no: 'nu, nu multumesc',
    settings: 'setari*, preferint*, gestion*, administr*, personaliz*, optiuni*, configur*, alege*, modific*, detalii',
    save: 'salv*, confirm*, accepta selec*, permite selec*, selectate, aplica',
    back: 'retrage consimtamantul, retragere consimtamant, retrage acordul, modifica consimtamantul, optiunile dvs',
    all: 'toate, tot, toti, totul',
    about: `
      cookie*, module cookie, consimtamant*, urmarire*, date personale, datele personale, datelor personale,
      confidentialitat*`,
  },
  sk: {
    accept: 'prijat*, prijm*, prijim*, suhlasim, suhlasit, povol*, akcept*, udelit suhlas',
    acknowledge: 'ok, rozumiem, beriem na vedomie, pokracovat, v poriadku, dobre, chapem',
    refuse: `
      odmiet*, zamiet*, nesuhlas*, neprij*, nepovol*, zakaz*, bez suhlasu, len nevyhnut*, iba nevyhnut*, len potrebn*,
      iba potrebn*, len nutn*, iba technick*, len technick*, povolit nevyhnut*, prijat nevyhnut*`,
    yes: 'ano, suhlas',
    no: 'nie, nie dakujem',
    settings: `
      nastav*, predvolb*, sprav*, spravovat, prisposob*, upravit, moznosti, podrobn*, vybrat, zmenit, vlastny vyber`,
    save: 'uloz*, potvrd*, povolit vybran*, povolit vyber, prijat vybran*, vybran*',
    back: 'odvolat suhlas, zmenit suhlas',
    all: 'vsetk*, vsetci, vsetky',
    about: 'cookie*, suhlas*, sledovan*, osobn* udaj*, sukromi*',
  },
  sl: {
    accept: 'sprejm*, sprejem*, strinjam se, dovol*, omogoci vse, soglasam, potrdi vse',
    acknowledge: 'ok, v redu, razumem, nadaljuj, jasno',
    refuse: `
      zavrn*, zavrac*, ne sprejm*, ne strinjam, ne dovol*, ne soglasam, brez soglasja, brez sprejemanja, samo nujn*,
      le nujn*, zgolj nujn*, samo potrebn*, samo obvezn*, sprejmi nujn*, sprejmi samo, dovoli nujn*, dovoli samo,
      onemogoci vse`,
    yes: 'da',
    no: 'ne, ne hvala',
    settings: 'nastavit*, prilagod*, upravlj*, moznosti, izber*, izbira, spremen*, preference, podrobnosti',
    save: 'shran*, potrd*, dovoli izbran*, dovoli izbiro, sprejmi izbran*, izbran*',
    back: 'preklic privolitve, preklici privolitev, umik soglasja, umakni soglasje, spremeni privolitev',
    all: 'vse, vseh, vsem, vsi',
    about: 'piskot*, cookie*, soglas*, privolit*, sledenj*, osebn* podat*, zasebnost*',
  },
  sv: {
    accept: 'accepter*, godkann*, tillat*, godta*, jag haller med, samtycker',
    acknowledge: 'ok, okej, jag forstar, uppfattat, fortsatt, forstar, da vet jag',
    refuse: `
      avvis*, neka*, avboj*, inte accepter*, inte godkann*, inte tillat*, inte samtyck*, utan att acceptera, utan
      samtycke, endast nodvandig*, bara nodvandig*, enbart nodvandig*, tillat nodvandig*, acceptera nodvandig*,
      godkann nodvandig*, acceptera endast, tillat endast, blockera alla, forbjud*`,
    yes: 'ja',
    no: 'nej, nej tack',
    settings: 'installning*, *installning*, preferens*, hantera*, anpassa*, alternativ, valj*, andra, detaljer, val',
    save: 'spara*, bekrafta*, tillat urval, tillat valda, godkann valda, acceptera valda, valda',
    back: 'aterkalla samtycke, dra tillbaka, andra samtycke, ditt samtycke',
    all: 'alla, allt',
    about: 'kakor, *cookie*, kak*, samtyck*, sparning*, personuppgift*, integritet*',
  },
}
