/**
 * What headers call a field in French, Spanish, Italian, Russian and Turkish, a line a language, as people write it. Chinese, English and German stand in `field-words`.
 */
export const foreignWords: Readonly<Record<string, string>> = {
  platform: `plateforme, place de marché, site marchand
    plataforma, mercado
    piattaforma, mercato online
    площадка, маркетплейс, платформа, торговая площадка
    pazaryeri, pazar yeri, platform adı`,
  shop_id: `identifiant boutique, identifiant de la boutique, id boutique, identifiant vendeur, identifiant du vendeur, id vendeur, n° vendeur, numéro vendeur
    id tienda, id de la tienda, id de tienda, id vendedor, id del vendedor, código de tienda, nº vendedor
    id negozio, id del negozio, id venditore, codice negozio, codice venditore
    id магазина, id продавца, номер магазина, код магазина, идентификатор магазина, ид магазина
    mağaza id, mağaza no, mağaza kodu, satıcı id, satıcı no, mağaza numarası`,
  name: `nom de la boutique, nom boutique, boutique, nom du vendeur, vendeur, nom du magasin, enseigne
    nombre de la tienda, nombre de tienda, nombre tienda, tienda, vendedor, nombre del vendedor
    nome negozio, nome del negozio, negozio, venditore, nome venditore, nome del venditore
    название магазина, наименование магазина, магазин, продавец, имя продавца
    mağaza adı, mağaza, satıcı, satıcı adı, mağaza ismi`,
  url: `lien, site web, adresse web, lien boutique, lien de la boutique
    enlace, sitio web, página web, url de la tienda
    collegamento, sito web, sito, indirizzo web, link negozio
    ссылка, сайт, адрес сайта, ссылка на магазин
    bağlantı, web sitesi, mağaza linki, mağaza bağlantısı`,
  opened_on: `date d'ouverture, ouvert le, ouverture, date de création, créé le, inscrit depuis
    fecha de apertura, apertura, abierto el, fecha de alta, fecha de creación
    data di apertura, data apertura, aperto il, data di creazione
    дата открытия, открыт, открыто, дата регистрации, дата создания
    açılış tarihi, açılış, kuruluş tarihi, kayıt tarihi`,
  closed_on: `date de fermeture, fermé le, fermeture, date de clôture
    fecha de cierre, cierre, cerrado el, fecha de baja
    data di chiusura, data chiusura, chiuso il
    дата закрытия, закрыт, закрыто, дата блокировки
    kapanış tarihi, kapanış, kapatılma tarihi`,
  closed_because: `motif, motif de fermeture, raison de la fermeture
    motivo, motivo de cierre, motivo del cierre
    motivo di chiusura, motivo chiusura
    причина, причина закрытия, причина блокировки
    neden, kapanış nedeni, kapatılma nedeni`,
  category: `catégorie, catégories, catégorie de produits
    categoría, categorías
    categoria, categorie
    категория, категории, категория товаров
    kategori, kategoriler, ürün kategorisi`,
  brand: `marque, marques, marque contrefaite
    marca, marcas
    marchio, marchi
    бренд, марка, торговая марка, товарный знак
    marka, markalar`,
  seen_on: `date de constat, constaté le, date de relevé, vu le, date de signalement
    fecha de detección, detectado el, fecha de captura, visto el
    data di rilevamento, rilevato il, data rilevamento
    дата обнаружения, дата выявления, обнаружено, дата фиксации
    tespit tarihi, görülme tarihi`,
  registrant_name: `raison sociale, société, exploitant, titulaire, nom de la société, dénomination sociale, gérant
    razón social, empresa, titular, nombre de la empresa, denominación social, propietario
    ragione sociale, azienda, società, titolare, denominazione sociale
    владелец, юридическое лицо, наименование организации, организация, компания, индивидуальный предприниматель, юр. лицо, собственник
    şirket, şirket adı, firma, firma adı, ünvan, ticaret ünvanı, sahibi, yetkili`,
  registrant_address: `siège social, adresse du siège, adresse de la société
    domicilio social, dirección de la empresa, domicilio fiscal
    sede legale, indirizzo della società, sede sociale
    юридический адрес, адрес организации
    şirket adresi, firma adresi, tescilli adres`,
  registrant_id: `siren, siret, numéro de tva, n° tva, tva intracommunautaire, rcs
    cif, nif, nie, número de iva, nº iva
    partita iva, p. iva, codice fiscale, numero rea
    инн, огрн, огрнип, инн продавца
    vergi no, vergi numarası, vkn, tckn, tc kimlik no, mersis no, vergi kimlik numarası`,
  phone: `téléphone, tél, portable, n° de téléphone, numéro de téléphone, téléphone portable
    teléfono, móvil, número de teléfono, teléfono móvil, celular
    telefono, cellulare, numero di telefono, recapito telefonico
    телефон, номер телефона, мобильный, мобильный телефон, тел
    telefon numarası, telefon no, cep telefonu, cep, gsm`,
  email: `courriel, adresse e-mail, adresse électronique, mél
    correo, correo electrónico, dirección de correo
    posta elettronica, indirizzo e-mail, indirizzo email
    электронная почта, эл. почта, почта, e-mail адрес
    e-posta, eposta adresi, e-posta adresi`,
  account: `compte bancaire, n° de compte, numéro de compte, compte
    cuenta bancaria, cuenta, número de cuenta, nº de cuenta
    conto bancario, conto corrente, numero di conto, conto
    расчетный счет, счет, номер счета, банковский счет, номер карты
    banka hesabı, hesap no, hesap numarası`,
  account_holder: `titulaire du compte
    titular de la cuenta
    intestatario, intestatario del conto, titolare del conto
    владелец счета, получатель платежа
    hesap sahibi`,
  origin_address: `adresse d'expédition, adresse de retour, adresse d'envoi, entrepôt, lieu d'expédition
    dirección de envío, dirección de devolución, dirección de origen, almacén
    indirizzo di spedizione, indirizzo di reso, magazzino, indirizzo di partenza
    адрес отправки, адрес отправления, адрес возврата, адрес склада, склад
    gönderim adresi, iade adresi, depo, depo adresi, çıkış adresi`,
  address: `dirección, domicilio
    indirizzo
    адрес
    adres, açık adres`,
  factory_name: `fabricant, fournisseur, usine
    fabricante, proveedor, fábrica
    fabbricante, fornitore, fabbrica, produttore
    производитель, поставщик, фабрика, изготовитель, завод
    üretici, tedarikçi, fabrika`,
  listing_id: `référence produit, id produit, n° d'annonce, référence annonce
    id producto, id del producto, referencia del producto, id anuncio
    id prodotto, codice prodotto, id annuncio, codice articolo
    артикул, id товара, номер товара, код товара
    ürün id, ürün no, ürün kodu, ilan no`,
  title: `titre, intitulé, titre de l'annonce, nom du produit
    título, título del anuncio, nombre del producto
    titolo, titolo annuncio, nome prodotto
    название товара, наименование товара, заголовок
    başlık, ürün adı, ilan başlığı`,
  price: `prix, prix unitaire
    precio, precio unitario
    prezzo, prezzo unitario
    цена, стоимость, цена за единицу
    fiyat, birim fiyat`,
  currency: `devise, monnaie
    moneda, divisa
    valuta
    валюта
    para birimi, döviz`,
  units: `quantité, nombre de pièces
    cantidad, unidades
    quantità, pezzi, numero pezzi
    количество, кол-во, количество единиц
    adet, miktar`,
  amount: `montant
    importe, monto
    importo
    сумма
    tutar`,
  waybill: `n° de suivi, numéro de suivi, numéro de colis, bordereau
    número de seguimiento, nº de seguimiento, guía, número de guía
    numero di tracciamento, numero spedizione, lettera di vettura, codice spedizione
    трек-номер, номер отправления, номер накладной, накладная, трек номер
    takip no, takip numarası, kargo takip no, gönderi no`,
  carrier: `transporteur
    transportista
    corriere, vettore
    перевозчик, служба доставки, транспортная компания
    kargo firması, taşıyıcı, kargo şirketi`,
  sender_name: `expéditeur, nom de l'expéditeur
    remitente, nombre del remitente
    mittente, nome mittente
    отправитель, имя отправителя, фио отправителя
    gönderen, gönderici, gönderen adı`,
  sender_phone: `téléphone de l'expéditeur, téléphone expéditeur
    teléfono del remitente
    telefono mittente, telefono del mittente
    телефон отправителя
    gönderen telefon, gönderici telefonu`,
  sender_address: `adresse de l'expéditeur, adresse expéditeur
    dirección del remitente
    indirizzo mittente, indirizzo del mittente
    адрес отправителя
    gönderen adresi, gönderici adresi`,
  consignee: `destinataire
    destinatario
    получатель
    alıcı`,
  declared_goods: `marchandise déclarée, description des marchandises, désignation
    mercancía declarada, descripción de la mercancía, mercancía
    merce dichiarata, descrizione merce, merce
    описание товара, заявленный товар, наименование груза
    beyan edilen eşya, eşya tanımı`,
  port: `bureau de douane, point d'entrée
    aduana, punto de entrada
    dogana, ufficio doganale
    таможенный пост, таможня
    gümrük, gümrük müdürlüğü`,
  sent_on: `date d'expédition, expédié le, date d'envoi
    fecha de envío, enviado el
    data di spedizione, data spedizione, spedito il
    дата отправки, дата отправления, отправлено
    gönderim tarihi, kargo tarihi, gönderi tarihi`,
  received_on: `date de réception, reçu le, livré le
    fecha de recepción, recibido el, fecha de entrega
    data di ricezione, data di consegna, consegnato il
    дата получения, дата доставки, получено
    teslim tarihi, teslim alma tarihi`,
  note: `remarque, remarques, observations, commentaire
    observaciones, comentario, notas
    osservazioni, commento
    примечание, примечания, комментарий
    açıklama, notlar`,
}

/** Buyers, those who reported and those who work on a case, wherever in a header they stand: what is said of them is nothing of a shop's. */
export const foreignStrangers =
  `acheteur acheteuse destinataire client plaignant enquêteur consommateur
  comprador destinatario cliente denunciante consumidor
  acquirente denunciante consumatore
  покупатель покупателя получатель получателя заявитель заявителя потребителя клиента
  alıcı alıcının müşteri müşterinin şikayetçi
  buyer recipient customer complainant consumer`.split(/\s+/)
