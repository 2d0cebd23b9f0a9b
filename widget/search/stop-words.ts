import { fold } from './fold.ts';

/**
 * Words that say nothing about what is asked. How often a word occurs in the entries says this for most words; these
 * are the ones a question holds and an answer seldom does ("my", "please", "necesito"), in the languages we test.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about am an and any anybody anyone anything are as at be been being but by can could did do does doing dont
    else even ever for from get gets getting give go going got had has have having he hello help her here hey hi him
    his how i id if ill im in into is isnt it its ive just kind know let like make many may maybe me might mine much
    must my need needed needs no not now of off ok on one or other our out please put really said say see she should
    so some somebody someone something sure take tell than thank thanks that thats the their them then there these
    they thing this those to too u up ur us use very want wants was we well were what whats when where wheres which
    while who whom whose why will wish with without wont would yes you your`,
  es: `a al algo alguien algun alguna ahi aqui asi aun como con cual cuales cuando cuanto cuanta da de del desde donde
    dos e el ella ellas ellos en era es esa ese eso esta estan estar este esto estoy favor fue gracias ha hace hacer
    hago han has hasta hay he hola la las le les lo los me mi mis mucho muy nada necesito ni no nos o os otra otro para
    pero pido por porque pueda puede pueden puedo que quien quiero quisiera saber se sea ser si sin sobre son soy su
    sus tan te tener tengo ti tiene tienen todo tu tus u un una uno unos va van ver voy y ya yo ustedes usted`,
  ar: `أن أنا أو أي إذا إلى إن ان انا اي الى اذا التي الذي الا اريد أريد أحتاج احتاج اللي انت بعد به بين تم ثم جدا حتى
    حد ذلك سوف شو شيء على عن عند عندي عندكم غير فقط في فيه قد كان كم كنت كيف لا لدي لدى لكن لكم لم لماذا لن له لها لو لي
    ليس ما ماذا مع معي من منكم ممكن متى نعم هذا هذه هل هم هنا هناك هو هي و وين يا يجب يكون يمكن يمكنني استطيع أستطيع فين
    ايش ليش عايز بدي اين أين`,
  zh: `的 了 吗 呢 吧 啊 我 你 您 他 她 它 们 我们 你们 他们 是 有 没有 没 不 在 和 与 或 也 都 就 要 想 能 会 可以 可 怎么 怎样 如何
    什么 哪 哪里 哪儿 谁 多少 几 个 这 那 这个 那个 请 请问 到 去 给 把 被 跟 对 为 为什么 很 还 吗 需要 应该 如果 一 一个 人 来 上 下 里
    時 說 说 做 办 用 让 得 着 过 跟 啥`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** The folded stop words of a language; empty for a language without a list. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const base = language.split('-', 1)[0] ?? '';
  const made =
    sets.get(base) ?? new Set(fold(Object.hasOwn(lists, base) ? (lists[base] ?? '') : '').split(/\s+/));
  sets.set(base, made);
  return made;
}
