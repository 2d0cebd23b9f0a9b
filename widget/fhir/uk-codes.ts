/**
 * Codes of the UK edition of SNOMED CT, from the value set RA-FlagCode of NHS England. Their use needs the UK licence, so
 * they are sent in the region `gb` only.
 *
 * All are in the UK's name space, 1000000, as items 10 with a check digit, so only what differs is written: `204028` is
 * 20402 1000000 10 8. The tests check every check digit; two of the value set had been rounded to 0 by a spreadsheet, and are
 * right here.
 */
const read = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list.split(' ').map((entry) => {
      const [key = '', digits = ''] = entry.split(':');
      return [key, `${digits.slice(0, -1)}100000010${digits.slice(-1)}`];
    }),
  );

/** "… interpreter needed", by the code of the language. */
export const ukInterpreters = read(
  'es:204035 zh:972590 yue:203388 cmn:203821 vi:204223 ar:203311 tl:204111 ru:203975 ko:203694 ' +
    'ht:972681 pt:203910 fr:203446 so:204028 am:203303 fa:203424 ps:203848 uk:204207 ne:364254 my:362379 ' +
    'pl:203902 sw:204041 ur:204219 hi:203657 bn:203327 pa:203963 km:362337 aa:362692 af:362572 ak:203284 ' +
    'sq:203292 hy:362266 as:362231 ay:362548 az:362616 bm:972545 eu:362647 be:362077 bs:972566 bg:353927 ' +
    'ca:362041 ch:972574 hr:203395 cs:203408 da:361971 dv:972649 nl:203415 dz:362787 en:343672 et:361916 ' +
    'ee:972657 fj:361825 fi:343703 ff:972673 gl:361850 ka:361476 de:203582 el:203590 gn:361440 gu:203606 ' +
    'hak:203618 ha:203630 he:203649 hu:360434 is:360405 ig:203531 id:362111 ga:972735 it:203376 ja:203681 ' +
    'kn:360102 ks:360199 kk:360222 ki:972753 rw:360138 rn:363065 ku:203704 ky:359859 lo:360378 lv:360076 ' +
    'ln:203712 lt:203728 lg:359763 mk:359978 mg:360011 ms:360163 ml:203817 mt:359738 mi:359913 mr:359702 ' +
    'mh:972869 mn:359647 nv:972880 no:203834 ny:972951 or:364213 om:362997 qu:364015 rom:1047324 ' +
    'ro:353881 sm:363844 sr:203987 sn:203999 sd:363715 si:204012 sk:352908 sl:363597 swc:204041 sv:204053 ' +
    'tg:363686 ta:204139 te:363347 th:204152 bo:363145 ti:204176 to:363460 tr:204195 tk:363554 ug:364147 ' +
    'uz:362961 cy:204231 wo:973168 xh:364510 yi:363022 yo:204245 zu:362824 bfi:204337',
);

/** By `<question>/<option>`, or by the option in any question. */
export const ukOptions = read(
  'sign-support/tactile:945734 close-vision:945717 signed-english:936764 oral:945919 ' +
    'deafblind-manual:957050 co-navigator:796209 captions:966400 video-captions:966400 note-taker:945896 ' +
    'contact-by/text-message:936703 contact-by/email:936740 contact-by/phone-call:795664 ' +
    'contact-by/letter:936727 contact-by/relay:796086 braille-contracted:936669 ' +
    'braille-uncontracted:936680 easy-read:796161 formats/audio:936605 accessible-file:945756 ' +
    'read-aloud:985026 aphasia-friendly:1082555 20-point:957339 24-point:957352 28-point:957376 ' +
    'written-notes:520499 speech-therapist:1082667 visual-alert:945958 touch-alert:945974 ' +
    'step-free:1108193 low-light:1325389 low-noise:1325396 first-visit:1325353 last-visit:1325360 ' +
    'longer-visit:1108172 short-wait:1325849 senses/photos:1325341 distraction:1325416 passport:1108121 ' +
    'people/support-person:1108156 emotional-support-animal:1325304 home-visit:1325377',
);
