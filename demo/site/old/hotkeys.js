// The usual hotkeys of an old page. They look at the target's tag name only, which inside a shadow root is never INPUT.
(function () {
  var on = true;
  var box = document.getElementById('q');
  var button = document.getElementById('keys');
  var said = document.getElementById('said');

  document.onkeydown = function (event) {
    if (!on || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return true;
    if (event.ctrlKey || event.altKey || event.metaKey) return true;
    if (event.key != 's' && event.key != 'S') return true;
    box.focus();
    return false;
  };

  button.onclick = function () {
    on = !on;
    button.firstChild.nodeValue = on ? 'Turn the S key off' : 'Turn the S key on';
  };

  document.getElementById('find').onsubmit = function () {
    var parts = document.querySelectorAll('#text p, #text li, #text td');
    var word = box.value.toLowerCase();
    for (var i = 0; word && i < parts.length; i++) {
      if (parts[i].textContent.toLowerCase().indexOf(word) < 0) continue;
      said.firstChild.nodeValue = 'Found. The page moved to it.';
      parts[i].tabIndex = -1;
      parts[i].focus();
      return false;
    }
    said.firstChild.nodeValue = 'Nothing found on this page.';
    return false;
  };
})();
