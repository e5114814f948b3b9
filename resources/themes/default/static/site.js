"use strict";
// 字号记在本机；打印按钮只在有脚本时出现。没有脚本，字号照样能选。
(function () {
  var sizes = document.querySelectorAll("input.size");
  var kept = null;
  try { kept = localStorage.getItem("size"); } catch (e) { /* 浏览器不让存 */ }
  sizes.forEach(function (size) {
    if (size.id === kept) size.checked = true;
    size.addEventListener("change", function () {
      try { localStorage.setItem("size", size.id); } catch (e) { /* 同上 */ }
    });
  });
  document.querySelectorAll("a.find-errors").forEach(function (link) {  // 找错说的是眼前这一页
    link.href = link.href.replace(/url=.*$/, "url=" + encodeURIComponent(location.href));
  });
  document.querySelectorAll("button.print").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
